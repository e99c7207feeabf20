using Microsoft.Extensions.Logging;

namespace Confab.Server.Logging;

/// <summary>What is logged of the history: events 1200 to 1299.</summary>
internal static partial class HistoryLog
{
    [LoggerMessage(1200, LogLevel.Error, "The log refused {Entries} entries, and their authors were told: {Reason}")]
    public static partial void Refused(ILogger logger, int entries, string reason);

    [LoggerMessage(1201, LogLevel.Warning, "The newest entries of {Room} could not be read: {Reason}")]
    public static partial void RecentUnavailable(ILogger logger, string room, string reason);

    [LoggerMessage(1202, LogLevel.Warning, "Indexing or retention failed; chat goes on, and it is tried again every few seconds.")]
    public static partial void KeepingFailed(ILogger logger, Exception reason);

    [LoggerMessage(1203, LogLevel.Information, "Indexing and retention work again.")]
    public static partial void KeepingRecovered(ILogger logger);

    [LoggerMessage(1204, LogLevel.Warning, "The log takes long to close; the server ends without waiting for it. What was acknowledged is safe.")]
    public static partial void ClosingTakesLong(ILogger logger);

    [LoggerMessage(1205, LogLevel.Error, "A look-up was ended by a defect; whoever asked was told, and others go on.")]
    public static partial void LookupBroken(ILogger logger, Exception defect);
}
