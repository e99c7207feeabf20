using System.Net;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Engine;
using Confab.Transport.Connections;
using Confab.Transport.Tls;
using Microsoft.Extensions.Logging;

namespace Confab.Server.Logging;

/// <summary>Writes what engine and transport report into the log, and knows two things that the server waits for.</summary>
internal sealed class ServerEvents(ILoggerFactory logging) : IEngineEvents, ITransportEvents, ICertificateEvents
{
    private readonly ILogger _doors = logging.CreateLogger("Confab.Doors");
    private readonly ILogger _sessions = logging.CreateLogger("Confab.Sessions");
    private readonly ILogger _history = logging.CreateLogger("Confab.History");
    private readonly ILogger _server = logging.CreateLogger("Confab.Server");
    private readonly TaskCompletionSource _broke = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _sync = new();
    private TaskCompletionSource? _nobody;
    private int _connected;

    /// <summary>Fails when a defect has broken the engine; never succeeds.</summary>
    public Task Broke => _broke.Task;

    /// <summary>Completes when no session is connected.</summary>
    public Task WhenNobodyIsConnected()
    {
        lock (_sync)
        {
            _nobody ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_connected == 0)
            {
                _nobody.TrySetResult();
            }

            return _nobody.Task;
        }
    }

    public void Opened(string door, IPEndPoint peer, SessionId session)
    {
        lock (_sync)
        {
            _connected++;
        }

        SessionLog.Opened(_sessions, session.Value, door, peer);
    }

    public void Closed(string door, IPEndPoint peer, SessionId session)
    {
        SessionLog.Closed(_sessions, session.Value, door, peer);
        lock (_sync)
        {
            if (--_connected == 0)
            {
                _nobody?.TrySetResult();
            }
        }
    }

    public void Refused(string door, IPEndPoint peer, string reason) => DoorLog.Refused(_doors, door, peer, reason);

    public void NotBegun(string door, IPEndPoint peer, string reason) => DoorLog.NotBegun(_doors, door, peer, reason);

    public void TooSlow(string door, IPEndPoint peer, string reason) => SessionLog.TooSlow(_sessions, door, peer, reason);

    public void AcceptFailed(string door, Exception reason) => DoorLog.AcceptFailed(_doors, door, reason.Message);

    public void SessionBroken(string door, IPEndPoint peer, Exception defect) => SessionLog.Broken(_sessions, defect, door, peer);

    public void CertificatesReloaded() => DoorLog.CertificatesReloaded(_doors);

    public void CertificatesKept(string reason) => DoorLog.CertificatesKept(_doors, reason);

    public void CertificateNotValid(string file, DateTimeOffset from, DateTimeOffset until) =>
        DoorLog.CertificateNotValid(_doors, file, from, until);

    public void LogRefused(int entries, Exception reason) => HistoryLog.Refused(_history, entries, reason.Message);

    public void RecentUnavailable(RoomName room, Exception reason) => HistoryLog.RecentUnavailable(_history, room.Text, reason.Message);

    public void SessionBroken(SessionOrigin origin, Exception reason) => SessionLog.ShowingBroken(_sessions, reason, origin.Door, origin.Address, origin.Port);

    public void RequestBroken(SessionOrigin origin, string request, Exception reason) =>
        SessionLog.RequestBroken(_sessions, reason, request, origin.Door, origin.Address, origin.Port);

    public void LookupBroken(Exception reason) => HistoryLog.LookupBroken(_history, reason);

    public void Broken(string loop, Exception reason)
    {
        ServerLog.Broken(_server, reason, loop);
        _broke.TrySetException(reason);
    }
}
