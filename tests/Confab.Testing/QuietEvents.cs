using System.Collections.Concurrent;
using System.Net;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Engine;
using Confab.Transport.Connections;

namespace Confab.Testing;

/// <summary>Keeps what a server has to say about itself. Defects are kept apart: a test that meets one has failed, whatever else it saw.</summary>
public sealed class QuietEvents : IEngineEvents, ITransportEvents
{
    public ConcurrentQueue<string> Defects { get; } = new();

    public ConcurrentQueue<string> Lines { get; } = new();

    public void LogRefused(int entries, Exception reason) => Lines.Enqueue($"log refused {entries}: {reason.Message}");

    public void RecentUnavailable(RoomName room, Exception reason) => Lines.Enqueue($"recent unavailable {room.Text}: {reason.Message}");

    public void SessionBroken(SessionOrigin origin, Exception defect) => Defects.Enqueue($"session on {origin.Door}: {defect}");

    public void RequestBroken(SessionOrigin origin, string request, Exception defect) => Defects.Enqueue($"{request}: {defect}");

    public void LookupBroken(Exception defect) => Defects.Enqueue($"look-up: {defect}");

    public void Broken(string loop, Exception reason) => Defects.Enqueue($"{loop}: {reason}");

    public void Opened(string door, IPEndPoint peer, SessionId session) => Lines.Enqueue($"opened {door}");

    public void Closed(string door, IPEndPoint peer, SessionId session) => Lines.Enqueue($"closed {door}");

    public void Refused(string door, IPEndPoint peer, string reason) => Lines.Enqueue($"refused {door}: {reason}");

    public void NotBegun(string door, IPEndPoint peer, string reason) => Lines.Enqueue($"not begun {door}: {reason}");

    public void TooSlow(string door, IPEndPoint peer, string reason) => Lines.Enqueue($"too slow {door}: {reason}");

    public void AcceptFailed(string door, Exception reason) => Lines.Enqueue($"accept failed {door}: {reason.Message}");

    public void SessionBroken(string door, IPEndPoint peer, Exception defect) => Defects.Enqueue($"session on {door}: {defect}");
}
