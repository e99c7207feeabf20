using System.Net;
using System.Runtime.Versioning;
using Confab.Dialects;
using Confab.Polling;
using Confab.Transport.Arrivals;
using Confab.Transport.Connections;
using Confab.Transport.Limits;

namespace Confab.Transport.EventLoops;

/// <summary>A connection on an event loop whose session has not begun.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LoopArrival(EventLoop loop, StreamDescriptor descriptor, IPEndPoint peer, LoopSession sessions) : Arrival(peer)
{
    private readonly LoopStream _stream = new(loop, descriptor);

    public override Stream Stream => _stream;

    public override void Begin(Dialect dialect, Admission admission, SessionLayer layer, Memory<byte> already) => loop.Post(() =>
    {
        if (!_stream.TryLeave())
        {
            admission.Dispose();
            return;
        }

        sessions.Begin(loop, descriptor, dialect, admission, layer, already.Span);
    });

    public override void Close(bool reset) => loop.Post(() =>
    {
        if (_stream.TryLeave())
        {
            descriptor.Close(reset);
        }
    });

    protected override void ShutdownSend() => _stream.ShutdownSend();
}
