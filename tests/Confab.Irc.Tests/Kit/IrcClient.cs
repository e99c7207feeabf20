using System.Globalization;
using System.Text;

namespace Confab.Irc.Tests.Kit;

/// <summary>
/// A client that says exactly what a test wants said. Nothing sleeps: a PING after the deed, and its PONG means that all earlier output has come. Once one
/// client has its PONG, what it did is queued to every other ahead of that one's own next PONG.
/// </summary>
internal sealed class IrcClient(IrcWire wire) : IAsyncDisposable
{
    private int _pings;

    /// <summary>The nickname that it registered with; "*" before.</summary>
    public string Nick { get; private set; } = "*";

    public string Transcript => wire.Transcript;

    /// <summary>Sends one line; its end is added.</summary>
    public Task SendAsync(string line) => wire.SendAsync(Encoding.UTF8.GetBytes(line + "\r\n"));

    /// <summary>Sends bytes as they are.</summary>
    public Task SendBytesAsync(byte[] bytes) => wire.SendAsync(bytes);

    /// <summary>The next message. The server's own PINGs are answered, and not shown.</summary>
    public async Task<IrcMessage> ReadAsync(string wanted = "A message") =>
        await TryReadAsync(wanted) ?? throw wire.Wrong($"{wanted} did not come: the server closed the connection");

    /// <summary>Reads on until a message is what is looked for; that one is the last of the result.</summary>
    public async Task<Replies> ReadUntilAsync(Func<IrcMessage, bool> isLast, string wanted = "The last message")
    {
        var messages = new List<IrcMessage>();
        do
        {
            messages.Add(await ReadAsync(wanted));
        }
        while (!isLast(messages[^1]));

        return new Replies(messages);
    }

    /// <summary>Reads on until a message of this command, which is the last of the result.</summary>
    public Task<Replies> ReadUntilAsync(string command) => ReadUntilAsync(message => message.Command == command, command);

    /// <summary>Reads on until the server closes the connection.</summary>
    public async Task<Replies> ReadToEndAsync()
    {
        var messages = new List<IrcMessage>();
        while (await TryReadAsync("The end of the connection") is { } message)
        {
            messages.Add(message);
        }

        return new Replies(messages);
    }

    /// <summary>Everything that comes before the answer to a PING that is sent now.</summary>
    public async Task<Replies> SyncAsync()
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"sync-{++_pings}");
        await SendAsync($"PING {token}");
        var messages = await ReadUntilAsync(message => message.Command == "PONG" && message.Last == token, $"PONG {token}");
        return new Replies([.. messages.SkipLast(1)]);
    }

    /// <summary>Sends these lines; returns all that they were answered with.</summary>
    public async Task<Replies> AskAsync(params string[] lines)
    {
        foreach (var line in lines)
        {
            await SendAsync(line);
        }

        return await SyncAsync();
    }

    /// <summary>Registers with these capabilities (none: without CAP); returns the burst up to the end of the message of the day.</summary>
    public async Task<Replies> RegisterAsync(string nick, params string[] capabilities)
    {
        if (capabilities.Length > 0)
        {
            await SendAsync($"CAP REQ :{string.Join(' ', capabilities)}");
            var answer = (await ReadUntilAsync("CAP"))[^1];
            if (answer[1] != "ACK")
            {
                throw wire.Wrong($"The server refuses the capabilities {string.Join(' ', capabilities)}");
            }
        }

        await SendAsync($"NICK {nick}");
        await SendAsync($"USER {nick} 0 * :{RealNameOf(nick)}");
        if (capabilities.Length > 0)
        {
            await SendAsync("CAP END");
        }

        Nick = nick;
        return await ReadBurstAsync();
    }

    /// <summary>Everything up to the end of the message of the day, and what else belongs to the burst.</summary>
    public async Task<Replies> ReadBurstAsync()
    {
        var burst = await ReadUntilAsync(message => message.Command is "422" or "376", "The end of the message of the day");
        return new Replies([.. burst, .. await SyncAsync()]);
    }

    /// <summary>Joins a channel; returns what came up to the end of its names, and what else belongs to it.</summary>
    public async Task<Replies> JoinAsync(string channel, string key = "")
    {
        var replies = await AskAsync($"JOIN {channel} {key}".TrimEnd());
        return replies.Any(message => message.Command == "JOIN" && message.Nick == Nick)
            ? replies
            : throw wire.Wrong($"{Nick} could not join {channel}");
    }

    /// <summary>Becomes a server operator, by the kit's own name and password.</summary>
    public async Task<Replies> OperAsync()
    {
        var replies = await AskAsync($"OPER {IrcServer.OperName} {IrcServer.OperPassword}");
        replies.One("381");
        return replies;
    }

    /// <summary>The real name of somebody that the kit registers.</summary>
    public static string RealNameOf(string nick) => $"Real name of {nick}";

    public ValueTask DisposeAsync() => wire.DisposeAsync();

    private async Task<IrcMessage?> TryReadAsync(string wanted)
    {
        while (await wire.ReadLineAsync(wanted) is { } line)
        {
            var message = IrcMessage.Parse(line);
            if (message.Command != "PING")
            {
                return message.IsNumeric && message.Source is null ? throw wire.Wrong($"The numeric '{line}' has no source") : message;
            }

            await SendAsync($"PONG :{message.Last}");
        }

        return null;
    }
}
