using System.Globalization;

namespace Confab.Protocols.Json;

/// <summary>The written form of times in the json protocol: UTC, ISO 8601, always with milliseconds.</summary>
public static class JsonTime
{
    private const string Shape = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Writes a time, as in "2026-11-21T11:15:17.123Z"; what is finer than a millisecond is cut off.</summary>
    /// <param name="time">The time, in any offset.</param>
    /// <returns>24 characters.</returns>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(Shape, CultureInfo.InvariantCulture);

    /// <summary>Reads a time that <see cref="Format"/> wrote.</summary>
    /// <param name="text">The written form, or null.</param>
    /// <param name="time">The time in UTC.</param>
    /// <returns>False if the text has another shape.</returns>
    public static bool TryParse(string? text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text,
        Shape,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out time);
}
