using System.Net.Sockets;

namespace Confab.Cli.Benching.Wires;

/// <summary>A connection that is a stream: at most one read and one write of it are under way.</summary>
/// <param name="wires">Is told what the stream has done.</param>
/// <param name="user">Is told what happens.</param>
/// <param name="stream">The connection.</param>
internal sealed class StreamWire(StreamWires wires, IWireUser user, Stream stream) : Wire
{
    private const int LeastBuffer = 4 * 1024;
    private const int UsualBuffer = 64 * 1024;

    private byte[] _input = new byte[LeastBuffer];
    private byte[] _output = [];
    private int _kept;
    private int _read;
    private string _reason = "the server closed the connection";
    private Task _writing = Task.CompletedTask;
    private bool _isStopped;
    private bool _isClosed;

    /// <summary>Begins to read.</summary>
    public void Read() => _ = ReadAsync();

    public void Happened(WireNews news)
    {
        if (_isClosed)
        {
            return;
        }

        if (news == WireNews.Written)
        {
            user.Writable();
        }
        else if (_read <= 0)
        {
            Close();
            user.Ended(_reason);
        }
        else if (!_isStopped)
        {
            Take();
        }
    }

    public override int TrySend(ReadOnlySpan<byte> bytes)
    {
        if (!_writing.IsCompleted)
        {
            // Tells when there is room.
            _writing = TellAsync(_writing);
            return 0;
        }

        if (_output.Length < bytes.Length)
        {
            _output = new byte[bytes.Length];
        }

        bytes.CopyTo(_output);
        _writing = WriteAsync(bytes.Length);
        return bytes.Length;
    }

    public override void StopReading() => _isStopped = true;

    public override void Close()
    {
        _isClosed = true;
        stream.Dispose();
    }

    private void Take()
    {
        var all = _input.AsSpan(0, _kept + _read);
        var rest = all[user.Take(all)..];
        _kept = rest.Length;
        if (_kept > LongestLine)
        {
            Close();
            user.Ended($"a line came that is longer than {LongestLine} bytes");
            return;
        }

        rest.CopyTo(_input);
        if (_kept > _input.Length / 2 || (all.Length == _input.Length && _input.Length < UsualBuffer))
        {
            // One long line, or much is coming: fewer, larger reads.
            Array.Resize(ref _input, _input.Length * 2);
        }

        Read();
    }

    private async Task ReadAsync()
    {
        try
        {
            _read = await stream.ReadAsync(_input.AsMemory(_kept));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            (_read, _reason) = (0, exception.Message);
        }

        wires.Post(this, WireNews.Read);
    }

    private async Task WriteAsync(int length)
    {
        try
        {
            await stream.WriteAsync(_output.AsMemory(0, length));
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // Reading says why.
        }
    }

    private async Task TellAsync(Task writing)
    {
        await writing;
        wires.Post(this, WireNews.Written);
    }
}
