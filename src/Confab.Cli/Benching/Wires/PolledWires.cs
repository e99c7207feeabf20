using System.Collections.Concurrent;
using System.Net;
using System.Runtime.Versioning;
using Confab.Polling;

namespace Confab.Cli.Benching.Wires;

/// <summary>Plain TCP on Linux: the system says which connections are ready, and all of them are read into one buffer.</summary>
[SupportedOSPlatform("linux")]
internal sealed class PolledWires : IWires
{
    private const int ReadSize = 256 * 1024;
    private const int EventsAtOnce = 256;

    private readonly Poller _poller = new(EventsAtOnce);
    private readonly PollEvent[] _events = new PollEvent[EventsAtOnce];
    private readonly ConcurrentQueue<Opening> _opened = new();
    private readonly List<PolledWire> _wires = [];
    private readonly Connector _connector;

    public PolledWires(IPEndPoint server) => _connector = new Connector(server, opening =>
    {
        _opened.Enqueue(opening);
        _poller.Wake();
    });

    /// <summary>Where all wires are read: the rest of what came before, then what comes.</summary>
    public byte[] Buffer { get; } = new byte[ReadSize + Wire.LongestLine];

    public void Open(IWireUser user, int index, bool isSmall) => _connector.Open(new Opening(user, index, isSmall));

    public void Wait(int milliseconds)
    {
        var count = _poller.Wait(_events, milliseconds);
        for (var i = 0; i < count; i++)
        {
            _wires[(int)_events[i].Token].Happened(_events[i].Events);
        }

        while (_opened.TryDequeue(out var opening))
        {
            Begin(opening);
        }
    }

    public void Wake() => _poller.Wake();

    public void Watch(PolledWire wire, PollEvents events) => _poller.Change(wire.Descriptor.Number, events, wire.Token);

    public void Dispose()
    {
        _connector.Dispose();
        _wires.ForEach(wire => wire.Close());
        _poller.Dispose();
    }

    private void Begin(Opening opening)
    {
        if (opening.Socket is null)
        {
            opening.User.Ended(opening.Problem!);
            return;
        }

        var wire = new PolledWire(this, opening.User, opening.Socket, _wires.Count);
        _wires.Add(wire);
        _poller.Add(wire.Descriptor.Number, PollEvents.Readable, wire.Token);
        opening.User.Opened(wire);
    }
}
