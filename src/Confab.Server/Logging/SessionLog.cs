using System.Net;
using Microsoft.Extensions.Logging;

namespace Confab.Server.Logging;

/// <summary>What is logged of sessions: events 1100 to 1199. Never what they say, and never their nicknames.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(1100, LogLevel.Information, "Session {Session} opened on {Door} from {Peer}.")]
    public static partial void Opened(ILogger logger, long session, string door, IPEndPoint peer);

    [LoggerMessage(1101, LogLevel.Information, "Session {Session} closed on {Door} from {Peer}.")]
    public static partial void Closed(ILogger logger, long session, string door, IPEndPoint peer);

    [LoggerMessage(1102, LogLevel.Warning, "A session on {Door} from {Peer} was given up: {Reason}.")]
    public static partial void TooSlow(ILogger logger, string door, IPEndPoint peer, string reason);

    [LoggerMessage(1103, LogLevel.Error, "A session on {Door} from {Peer} was ended by a defect of the server; others go on.")]
    public static partial void Broken(ILogger logger, Exception defect, string door, IPEndPoint peer);

    [LoggerMessage(1104, LogLevel.Error, "A session on {Door} from {Address} port {Port} was ended by a defect in what it is shown; others go on.")]
    public static partial void ShowingBroken(ILogger logger, Exception defect, string door, string address, int port);

    [LoggerMessage(1105, LogLevel.Error, "A {Request} on {Door} from {Address} port {Port} was refused because of a defect in its rule; others go on.")]
    public static partial void RequestBroken(ILogger logger, Exception defect, string request, string door, string address, int port);
}
