using System.Buffers;
using System.Net.Sockets;
using Confab.Dialects.Control;
using Confab.Engine;
using Confab.Protocols;
using Confab.Protocols.Control;
using Confab.Protocols.Lines;

namespace Confab.Server.Control;

/// <summary>One connection to the control socket: a line is read when the line before it has been answered, so that nothing piles up.</summary>
internal sealed class ControlConnection(Socket socket, ChatEngine engine)
{
    private const int ReadBytes = 4096;

    private readonly LineDecoder _lines = new(ControlCommand.MaxLineBytes);

    /// <summary>Serves it to its end. Never fails: a peer that goes away takes nothing with it.</summary>
    public async Task RunAsync(CancellationToken ending)
    {
        try
        {
            using (socket)
            using (var session = new ControlSession(engine))
            {
                await ServeAsync(session, ending);
            }
        }
        catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever asked has gone, or the server goes.
        }
    }

    private async Task ServeAsync(ControlSession session, CancellationToken ending)
    {
        var buffer = new byte[ReadBytes];
        while (await socket.ReceiveAsync(buffer, ending) is > 0 and var count)
        {
            foreach (var reply in Cut(buffer.AsSpan(0, count), session))
            {
                await SendAsync(await reply());
            }
        }
    }

    // What one read brought, as questions to be asked one after the other.
    private List<Func<Task<ControlReply>>> Cut(ReadOnlySpan<byte> read, ControlSession session)
    {
        var questions = new List<Func<Task<ControlReply>>>();
        while (true)
        {
            switch (_lines.Read(ref read, out var line))
            {
                case ReadStatus.Complete when line.Length > 0:
                    questions.Add(() => session.AskAsync(line));
                    break;
                case ReadStatus.Complete:
                    break;
                case ReadStatus.TooLong:
                    questions.Add(() => Task.FromResult(new ControlReply
                    {
                        Code = ControlReply.Malformed,
                        Text = $"That line is longer than {ControlCommand.MaxLineBytes} bytes and was skipped.",
                    }));
                    break;
                default:
                    return questions;
            }
        }
    }

    private async Task SendAsync(ControlReply reply)
    {
        var output = new ArrayBufferWriter<byte>();
        ControlReply.Write(output, reply);
        for (var rest = output.WrittenMemory; rest.Length > 0;)
        {
            rest = rest[await socket.SendAsync(rest)..];
        }
    }
}
