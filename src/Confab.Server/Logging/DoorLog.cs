using System.Net;
using Microsoft.Extensions.Logging;

namespace Confab.Server.Logging;

/// <summary>What is logged of doors: events 1000 to 1099.</summary>
internal static partial class DoorLog
{
    [LoggerMessage(1000, LogLevel.Information, "Door {Door} is open on {EndPoint}.")]
    public static partial void Opened(ILogger logger, string door, IPEndPoint endPoint);

    [LoggerMessage(1001, LogLevel.Warning, "Door {Door} on {EndPoint} stays closed: {Reason}.")]
    public static partial void LeftClosed(ILogger logger, string door, IPEndPoint endPoint, string reason);

    [LoggerMessage(1002, LogLevel.Warning, "Door {Door} cannot accept for the moment and tries again: {Reason}")]
    public static partial void AcceptFailed(ILogger logger, string door, string reason);

    [LoggerMessage(1003, LogLevel.Warning, "Door {Door} turned {Peer} away: {Reason}.")]
    public static partial void Refused(ILogger logger, string door, IPEndPoint peer, string reason);

    [LoggerMessage(1004, LogLevel.Information, "A connection on door {Door} from {Peer} ended before it began: {Reason}.")]
    public static partial void NotBegun(ILogger logger, string door, IPEndPoint peer, string reason);

    [LoggerMessage(1005, LogLevel.Information, "The certificates were read again; new connections get them.")]
    public static partial void CertificatesReloaded(ILogger logger);

    [LoggerMessage(1006, LogLevel.Warning, "The changed certificates cannot be used, and those read before stay in use: {Reason}")]
    public static partial void CertificatesKept(ILogger logger, string reason);

    [LoggerMessage(1007, LogLevel.Warning, "The certificate in {File} is valid from {From:u} to {Until:u}, which is not now: clients may refuse it. Renew it.")]
    public static partial void CertificateNotValid(ILogger logger, string file, DateTimeOffset from, DateTimeOffset until);

    [LoggerMessage(1008, LogLevel.Error, "Door {Door} could not start; the other doors go on.")]
    public static partial void WebFailed(ILogger logger, Exception defect, string door);
}
