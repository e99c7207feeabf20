using System.Net.Sockets;
using System.Runtime.Versioning;
using Confab.Polling;

namespace Confab.Cli.Benching.Wires;

/// <summary>A connection that is polled.</summary>
/// <param name="wires">Polls it.</param>
/// <param name="user">Is told what happens.</param>
/// <param name="socket">The connection; from here on only its number is used, which costs less.</param>
/// <param name="token">What its events come with.</param>
[SupportedOSPlatform("linux")]
internal sealed class PolledWire(PolledWires wires, IWireUser user, Socket socket, int token) : Wire
{
    // The beginning of a line whose end has not come.
    private byte[] _rest = [];
    private int _restLength;
    private PollEvents _watched = PollEvents.Readable;
    private bool _isClosed;

    public StreamDescriptor Descriptor { get; } = new((int)socket.Handle);

    public int Token => token;

    public void Happened(PollEvents events)
    {
        if ((events & PollEvents.Writable) != PollEvents.None && !_isClosed)
        {
            Watch(_watched & ~PollEvents.Writable);
            user.Writable();
        }

        if ((events & ~PollEvents.Writable) != PollEvents.None && !_isClosed)
        {
            Read();
        }
    }

    public override int TrySend(ReadOnlySpan<byte> bytes)
    {
        // That a connection is broken, reading it will tell.
        var sent = _isClosed ? bytes.Length : Math.Max(0, Descriptor.TrySend(bytes));
        if (sent < bytes.Length)
        {
            Watch(_watched | PollEvents.Writable);
        }

        return sent;
    }

    public override void StopReading() => Watch(_watched & ~PollEvents.Readable);

    public override void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            socket.Dispose();
        }
    }

    private void Read()
    {
        var buffer = wires.Buffer;
        _rest.AsSpan(0, _restLength).CopyTo(buffer);
        switch (Descriptor.TryReceive(buffer.AsSpan(_restLength)))
        {
            case null:
                break;
            case > 0 and { } count:
                var all = buffer.AsSpan(0, _restLength + count);
                Keep(all[user.Take(all)..]);
                break;
            case 0:
                End("the server closed the connection");
                break;
            default:
                End("the connection was reset");
                break;
        }
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > LongestLine)
        {
            End($"a line came that is longer than {LongestLine} bytes");
            return;
        }

        if (rest.Length > _rest.Length)
        {
            _rest = new byte[Math.Max(256, rest.Length * 2)];
        }

        rest.CopyTo(_rest);
        _restLength = rest.Length;
    }

    private void Watch(PollEvents events)
    {
        if (_watched != events && !_isClosed)
        {
            _watched = events;
            wires.Watch(this, events);
        }
    }

    private void End(string reason)
    {
        if (!_isClosed)
        {
            Close();
            user.Ended(reason);
        }
    }
}
