using Microsoft.Extensions.Logging;

namespace Confab.Server.Logging;

/// <summary>What is logged of the server as a whole: events 1300 to 1399.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(1300, LogLevel.Information, "The server stops; {Sessions} sessions are told goodbye.")]
    public static partial void Stopping(ILogger logger, int sessions);

    [LoggerMessage(1301, LogLevel.Information, "The server has stopped after {Elapsed}; everything was delivered: {Delivered}.")]
    public static partial void Stopped(ILogger logger, bool delivered, TimeSpan elapsed);

    [LoggerMessage(1302, LogLevel.Critical, "The {Loop} loop was ended by a defect; the server stops, because nothing can be promised any more.")]
    public static partial void Broken(ILogger logger, Exception defect, string loop);

    [LoggerMessage(1303, LogLevel.Information, "The server reads again what may change while it runs.")]
    public static partial void Reloading(ILogger logger);

    [LoggerMessage(1304, LogLevel.Information, "Garbage was collected {Young} times, {Full} times with all that is old; that paused the server for {Paused} in all.")]
    public static partial void Collected(ILogger logger, int young, int full, TimeSpan paused);
}
