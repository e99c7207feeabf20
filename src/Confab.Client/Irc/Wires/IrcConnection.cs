using System.Buffers;
using System.Net.Sockets;
using System.Net.WebSockets;
using Confab.Client.Connections;
using Confab.Protocols;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc.Wires;

/// <summary>One connection that carries IRC lines. One reader, one writer.</summary>
internal sealed class IrcConnection(IIrcWire wire) : IDisposable
{
    /// <summary>More than any server's line after the tags; some allow more than the 512 bytes of the specification.</summary>
    private const int LongestBody = 16 * 1024;

    private const int ReadBytes = 16 * 1024;

    private readonly IrcLineDecoder _decoder = new(IrcLimits.TagBytesFromServer, LongestBody);
    private readonly byte[] _readBuffer = new byte[ReadBytes];
    private readonly ArrayBufferWriter<byte> _writeBuffer = new();

    /// <summary>Whether an exception means that the connection is of no more use, and not that this program has a defect.</summary>
    public static bool IsFault(Exception exception) => exception is IOException or SocketException or WebSocketException or WireFaultException;

    /// <summary>Waits for bytes and adds the messages in them.</summary>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="WireFaultException">A line is longer than any server's.</exception>
    public async ValueTask<bool> ReadAsync(List<IrcMessage> messages, CancellationToken cancellationToken)
    {
        var count = await wire.ReceiveAsync(_readBuffer, cancellationToken);
        if (count == 0)
        {
            return false;
        }

        Decode(_readBuffer.AsSpan(0, count), messages);
        return true;
    }

    public async Task WriteAsync(IReadOnlyList<IrcMessage> messages, CancellationToken cancellationToken)
    {
        _writeBuffer.ResetWrittenCount();
        foreach (var message in messages)
        {
            IrcWriter.Write(_writeBuffer, message);
        }

        await wire.SendAsync(_writeBuffer.WrittenMemory, cancellationToken);
    }

    public void Dispose()
    {
        _decoder.Reset();
        wire.Dispose();
    }

    // What is no message is passed over. One that is not UTF-8 comes without its parameters, for it may be the answer to something.
    private void Decode(ReadOnlySpan<byte> input, List<IrcMessage> messages)
    {
        ReadStatus status;
        while ((status = _decoder.Read(ref input, out var line)) != ReadStatus.NeedMore)
        {
            if (status == ReadStatus.TooLong)
            {
                throw new WireFaultException($"the server sent a line of more than {LongestBody} bytes.");
            }

            if (IrcMessage.TryParse(line, out var message) is IrcParseResult.Message or IrcParseResult.NotUtf8)
            {
                messages.Add(message!);
            }
        }
    }
}
