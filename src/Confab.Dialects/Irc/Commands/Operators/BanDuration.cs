using System.Globalization;

namespace Confab.Dialects.Irc.Commands.Operators;

/// <summary>For how long: a number of minutes, or numbers with the units y, w, d, h, m and s, such as <c>1d12h</c>.</summary>
internal static class BanDuration
{
    // A number with more digits is longer than anybody lives.
    private const int MostDigits = 9;
    private const int DaysPerWeek = 7;
    private const int DaysPerYear = 365;

    /// <summary>Reads a duration; false where the text is none.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (TryReadNumber(text, out var minutes))
        {
            duration = TimeSpan.FromMinutes(minutes);
            return true;
        }

        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            if (UnitOf(text[i]) is not { } unit || !TryReadNumber(text[start..i], out var count) || duration > TimeSpan.MaxValue - (unit * count))
            {
                return false;
            }

            duration += unit * count;
            start = i + 1;
        }

        return text.Length > 0 && start == text.Length;
    }

    private static bool TryReadNumber(string text, out int number)
    {
        number = 0;
        return text.Length <= MostDigits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static TimeSpan? UnitOf(char letter) => char.ToLowerInvariant(letter) switch
    {
        'y' => TimeSpan.FromDays(DaysPerYear),
        'w' => TimeSpan.FromDays(DaysPerWeek),
        'd' => TimeSpan.FromDays(1),
        'h' => TimeSpan.FromHours(1),
        'm' => TimeSpan.FromMinutes(1),
        's' => TimeSpan.FromSeconds(1),
        _ => null,
    };
}
