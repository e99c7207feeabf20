using Microsoft.Extensions.Logging;

namespace Confab.Server.Logging;

/// <summary>What is logged of the control socket: events 1400 to 1499. Never what is asked there.</summary>
internal static partial class ControlLog
{
    [LoggerMessage(1400, LogLevel.Warning, "The control socket {Path} is not opened, since its path is longer than the system allows: confab account and confab room work only while the server is stopped. Choose a shorter data directory.")]
    public static partial void PathTooLong(ILogger logger, string path);

    [LoggerMessage(1401, LogLevel.Warning, "The control socket {Path} cannot be opened: {Reason} The commands confab account and confab room work only while the server is stopped.")]
    public static partial void NotOpened(ILogger logger, string path, string reason);

    [LoggerMessage(1402, LogLevel.Warning, "The control socket cannot accept for the moment and tries again: {Reason}")]
    public static partial void AcceptFailed(ILogger logger, string reason);

    [LoggerMessage(1403, LogLevel.Information, "Nobody looks after accounts yet. To become administrator: {Command}")]
    public static partial void NoAdministrator(ILogger logger, string command);
}
