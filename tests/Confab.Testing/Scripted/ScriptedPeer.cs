using System.Buffers;
using System.Net.Sockets;
using System.Text;
using Confab.Protocols.Json;

namespace Confab.Testing.Scripted;

/// <summary>One connection of a client under test, seen from the server.</summary>
public sealed class ScriptedPeer(Socket socket, CancellationToken cancellationToken) : IDisposable
{
    private readonly List<byte> _read = [];

    /// <summary>Lets the client in, under the nickname that it wants.</summary>
    public async Task<JsonCommand> WelcomeAsync()
    {
        await SendAsync("* Welcome to the test.\n");
        var hello = await ExpectAsync(JsonTypes.Hello);
        await SendAsync(new JsonEvent { Type = JsonTypes.Welcome, Nick = hello.Nick ?? "guest1", Server = "scripted", Version = "1" });
        return hello;
    }

    /// <summary>The next command, which must be of this type.</summary>
    public async Task<JsonCommand> ExpectAsync(string type)
    {
        var line = await ReadUntilAsync((byte)'\n');
        return JsonCommand.Parse(line, out var command, out var error) && command.Type == type
            ? command
            : throw new InvalidDataException($"Expected {type}, but the client sent {line} {error}");
    }

    /// <summary>The next command, which must be of this type, and the reply to it.</summary>
    public async Task<JsonCommand> AnswerAsync(string type, JsonEvent reply)
    {
        var command = await ExpectAsync(type);
        await ReplyAsync(command, reply);
        return command;
    }

    public Task ReplyAsync(JsonCommand command, JsonEvent reply) => SendAsync(reply with { Label = command.Label });

    public Task SendAsync(JsonEvent said)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonEvent.Write(output, said);
        return SendAsync(output.WrittenMemory);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, cancellationToken)..];
        }
    }

    /// <summary>The next text up to a byte, without it.</summary>
    public async Task<string> ReadUntilAsync(byte end)
    {
        int at;
        while ((at = _read.IndexOf(end)) < 0)
        {
            if (!await ReceiveAsync())
            {
                throw new EndOfStreamException($"The client closed; it had sent \"{Encoding.UTF8.GetString([.. _read])}\".");
            }
        }

        var text = Encoding.UTF8.GetString([.. _read[..at]]);
        _read.RemoveRange(0, at + 1);
        return text;
    }

    public Task<string> ReadLineAsync() => ReadUntilAsync((byte)'\n');

    /// <summary>All that the client sends until it closes.</summary>
    public async Task<string> ReadToEndAsync()
    {
        try
        {
            while (await ReceiveAsync())
            {
                // On to the end.
            }
        }
        catch (SocketException)
        {
            // A reset is an end too.
        }

        return Encoding.UTF8.GetString([.. _read]);
    }

    /// <summary>Ends the connection as a crash would.</summary>
    public void Break()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    public void Dispose() => socket.Dispose();

    private async Task<bool> ReceiveAsync()
    {
        var buffer = new byte[4096];
        var count = await socket.ReceiveAsync(buffer, cancellationToken);
        _read.AddRange(buffer.AsSpan(0, count));
        return count > 0;
    }
}
