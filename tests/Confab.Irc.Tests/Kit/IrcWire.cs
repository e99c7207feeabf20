using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Confab.Irc.Tests.Kit;

/// <summary>
/// Lines over a socket, with all that went both ways written down. What holds for every line of a server is asked of every line: it is UTF-8, ends with CR LF,
/// contains no other of them, and is not too long.
/// </summary>
internal sealed class IrcWire(Stream stream) : IAsyncDisposable
{
    // RFC 1459 section 2.3: with its end; what the tags take is not counted (message-tags).
    private const int LineBytes = 512;
    private const int TagBytes = 8191;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<byte> _pending = [];
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly StringBuilder _transcript = new();

    /// <summary>Everything that went over this wire: what was sent, and what came.</summary>
    public string Transcript => _transcript.ToString();

    public static async Task<IrcWire> ConnectAsync(IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endPoint);
        return new IrcWire(new NetworkStream(socket, ownsSocket: true));
    }

    public async Task SendAsync(byte[] bytes)
    {
        foreach (var line in Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            _transcript.Append("-> ").Append(line).Append('\n');
        }

        await stream.WriteAsync(bytes);
    }

    /// <summary>The next line without its end; null where the server has closed the connection.</summary>
    public async Task<string?> ReadLineAsync(string wanted)
    {
        int end;
        while ((end = _pending.IndexOf((byte)'\n')) < 0)
        {
            var count = await ReadSomeAsync(wanted);
            if (count == 0)
            {
                _transcript.Append("<- (closed)\n");
                return _pending.Count == 0 ? null : throw Wrong($"the last line has no end: '{Encoding.UTF8.GetString([.. _pending])}'");
            }

            _pending.AddRange(_buffer.AsSpan(0, count));
        }

        var bytes = _pending.GetRange(0, end + 1).ToArray();
        _pending.RemoveRange(0, end + 1);
        var line = Check(bytes);
        _transcript.Append("<- ").Append(line).Append('\n');
        return line;
    }

    public Exception Wrong(string what) => new InvalidOperationException($"{what}. Transcript:\n{Transcript}");

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<int> ReadSomeAsync(string wanted)
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            return await stream.ReadAsync(_buffer, patience.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"{wanted} did not come within {_patience.TotalSeconds} seconds. Transcript:\n{Transcript}", late);
        }
        catch (IOException reset) when (reset.InnerException is SocketException)
        {
            _transcript.Append("<- (reset)\n");
            return 0;
        }
    }

    private string Check(byte[] bytes)
    {
        string line;
        try
        {
            line = _utf8.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            throw new InvalidOperationException($"A line is not UTF-8: {Encoding.Latin1.GetString(bytes)}. Transcript:\n{Transcript}", broken);
        }

        if (!line.EndsWith("\r\n", StringComparison.Ordinal) || line.AsSpan(0, line.Length - 2).ContainsAny("\r\0"))
        {
            throw Wrong($"A line does not end with CR LF, or contains CR or NUL: '{line}'");
        }

        var tags = bytes[0] == (byte)'@' ? Array.IndexOf(bytes, (byte)' ') + 1 : 0;
        return tags <= TagBytes && bytes.Length - tags <= LineBytes
            ? line[..^2]
            : throw Wrong($"A line is too long ({tags} bytes of tags and {bytes.Length - tags} of the rest): '{line}'");
    }
}
