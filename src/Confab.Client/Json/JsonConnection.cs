using System.Buffers;
using System.Net.Sockets;
using Confab.Client.Connections;
using Confab.Protocols;
using Confab.Protocols.Json;
using Confab.Protocols.Lines;

namespace Confab.Client.Json;

/// <summary>One TCP connection that carries the json protocol. One reader, one writer.</summary>
internal sealed class JsonConnection(Socket socket) : IDisposable
{
    /// <summary>A page of history at its largest: a hundred messages of 64 KiB each, and what JSON adds to them.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    private const int ReadBytes = 16 * 1024;

    /// <summary>Enough of a line to recognise who speaks there.</summary>
    private const int ShownLength = 80;

    private readonly LineDecoder _decoder = new(LongestLine);
    private readonly byte[] _readBuffer = new byte[ReadBytes];
    private readonly ArrayBufferWriter<byte> _writeBuffer = new();

    public static async Task<JsonConnection> OpenAsync(ServerAddress address, ReconnectOptions options, CancellationToken cancellationToken) =>
        new(await Dial.ConnectAsync(address, options, cancellationToken));

    /// <summary>Waits for bytes and adds the events in them.</summary>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="WireFaultException">A line is too long or not JSON.</exception>
    /// <exception cref="SocketException">The connection broke.</exception>
    public async ValueTask<bool> ReadAsync(List<JsonEvent> events, CancellationToken cancellationToken)
    {
        var count = await socket.ReceiveAsync(_readBuffer, SocketFlags.None, cancellationToken);
        if (count == 0)
        {
            return false;
        }

        Decode(_readBuffer.AsSpan(0, count), events);
        return true;
    }

    public async Task WriteAsync(IEnumerable<JsonCommand> commands, CancellationToken cancellationToken)
    {
        _writeBuffer.ResetWrittenCount();
        foreach (var command in commands)
        {
            JsonCommand.Write(_writeBuffer, command);
        }

        for (var rest = _writeBuffer.WrittenMemory; !rest.IsEmpty;)
        {
            rest = rest[await socket.SendAsync(rest, SocketFlags.None, cancellationToken)..];
        }
    }

    public void Dispose()
    {
        _decoder.Reset();
        socket.Dispose();
    }

    private void Decode(ReadOnlySpan<byte> input, List<JsonEvent> events)
    {
        ReadStatus status;
        while ((status = _decoder.Read(ref input, out var line)) != ReadStatus.NeedMore)
        {
            if (status == ReadStatus.TooLong)
            {
                throw new WireFaultException($"the server sent a line of more than {LongestLine} bytes.");
            }

            // The door greets people before it knows that a program has come.
            if (!line.StartsWith('{'))
            {
                continue;
            }

            if (!JsonEvent.Parse(line, out var parsed, out _))
            {
                throw new WireFaultException($"the server sent a line that is not of this protocol: {line[..Math.Min(line.Length, ShownLength)]}");
            }

            events.Add(parsed);
        }
    }
}
