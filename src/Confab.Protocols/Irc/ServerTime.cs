using System.Globalization;

namespace Confab.Protocols.Irc;

/// <summary>Times on the wire: UTC, always with milliseconds, <c>YYYY-MM-DDThh:mm:ss.sssZ</c> (IRCv3 server-time).</summary>
public static class ServerTime
{
    /// <summary>The length of every written time, in bytes and in characters.</summary>
    public const int Length = 24;

    private const string Shape = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Writes a time; what is finer than a millisecond is cut off.</summary>
    /// <param name="time">The time, in any offset.</param>
    /// <returns>24 characters.</returns>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Shape, CultureInfo.InvariantCulture);

    /// <summary>Writes a time as bytes, without allocating.</summary>
    /// <param name="time">The time, in any offset.</param>
    /// <param name="output">Where to write to; at least <see cref="Length"/> bytes.</param>
    /// <returns><see cref="Length"/>.</returns>
    /// <exception cref="ArgumentException">The output is too short.</exception>
    public static int Format(DateTimeOffset time, Span<byte> output)
    {
        if (output.Length < Length)
        {
            throw new ArgumentException($"{output.Length} bytes are too few for a time; give at least {Length}.", nameof(output));
        }

        // Digit by digit, because it stands on every line of whoever asked for times, and a pattern would be read anew for each.
        var (date, clock) = (time.UtcDateTime, time.UtcDateTime.TimeOfDay);
        "0000-00-00T00:00:00.000Z"u8.CopyTo(output);
        Put(date.Year, output[..4]);
        Put(date.Month, output[5..7]);
        Put(date.Day, output[8..10]);
        Put(clock.Hours, output[11..13]);
        Put(clock.Minutes, output[14..16]);
        Put(clock.Seconds, output[17..19]);
        Put(clock.Milliseconds, output[20..23]);
        return Length;
    }

    /// <summary>Reads a time of exactly this shape. A leap second (<c>23:59:60</c>) is the second after it.</summary>
    /// <param name="text">The written form.</param>
    /// <param name="time">The time in UTC.</param>
    /// <returns>False if the text has another shape or is no time.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        if (text.Length == Length && text[11..].StartsWith("23:59:60"))
        {
            Span<char> before = stackalloc char[Length];
            text.CopyTo(before);
            "59".CopyTo(before[17..]);
            return TryParsePlain(before, out time) && TryAddSecond(ref time);
        }

        return TryParsePlain(text, out time);
    }

    private static void Put(int number, Span<byte> digits)
    {
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private static bool TryAddSecond(ref DateTimeOffset time)
    {
        if (time >= DateTimeOffset.MaxValue.AddSeconds(-1))
        {
            return false;
        }

        time = time.AddSeconds(1);
        return true;
    }

    private static bool TryParsePlain(ReadOnlySpan<char> text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text,
        Shape,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out time);
}
