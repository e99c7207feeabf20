using System.Globalization;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>Times as people read them, in universal time.</summary>
internal static class ServerClock
{
    public static string Write(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.ToUniversalTime():ddd MMM dd yyyy HH:mm:ss} UTC");

    /// <summary>A span as days, hours, minutes and seconds (Modern IRC, RPL_STATSUPTIME).</summary>
    public static string Write(TimeSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.Days} days {span.Hours}:{span.Minutes:00}:{span.Seconds:00}");
}
