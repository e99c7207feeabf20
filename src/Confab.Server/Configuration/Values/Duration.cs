using System.Globalization;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A length of time within bounds, written with its unit: <c>25ms</c>, <c>5s</c>, <c>10m</c>, <c>2h</c>, <c>30d</c>.</summary>
internal sealed class Duration(TimeSpan min, TimeSpan max) : ValueKind<TimeSpan>
{
    // From long to short, and ms before m and s, which its text ends with too.
    private static readonly (string Unit, double Milliseconds)[] _units =
        [("ms", 1), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1000)];

    public override string Expected => $"a time from {Write(min)} to {Write(max)}, written like 500ms, 5s, 10m, 2h or 30d";

    public override bool TryRead(string text, out TimeSpan value)
    {
        value = default;
        foreach (var (unit, milliseconds) in _units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal))
            {
                if (!double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    || number * milliseconds > max.TotalMilliseconds)
                {
                    return false;
                }

                value = TimeSpan.FromMilliseconds(number * milliseconds);
                return value >= min;
            }
        }

        return false;
    }

    public override string Write(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
        {
            return "0s";
        }

        foreach (var (unit, milliseconds) in _units.Skip(1))
        {
            if (value.TotalMilliseconds % milliseconds == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{value.TotalMilliseconds / milliseconds}{unit}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value.TotalMilliseconds}ms");
    }

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^[0-9]+(\\.[0-9]+)?(ms|s|m|h|d)$" };
}
