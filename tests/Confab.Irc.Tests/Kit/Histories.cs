namespace Confab.Irc.Tests.Kit;

/// <summary>Says things that a history is later asked for.</summary>
internal static class Histories
{
    /// <summary>What a client negotiates to use CHATHISTORY in full.</summary>
    public static readonly string[] Capabilities = ["batch", "server-time", "message-tags", "echo-message", "draft/chathistory"];

    /// <summary>The same, and with what happened besides talk.</summary>
    public static readonly string[] WithEvents = [.. Capabilities, "draft/event-playback"];

    /// <summary>
    /// Says these, each in a millisecond of its own; returns the echoes. The client must have <see cref="Capabilities"/>.
    /// </summary>
    public static async Task<IReadOnlyList<IrcMessage>> SayAsync(this IrcClient client, string target, params string[] texts)
    {
        var echoes = new List<IrcMessage>();
        foreach (var text in texts)
        {
            var last = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
            while (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() <= last)
            {
                await client.SyncAsync();
            }

            echoes.Add((await client.AskAsync($"PRIVMSG {target} :{text}")).One("PRIVMSG"));
        }

        return echoes;
    }

    /// <summary>Asks for a history; fails where the answer is not one batch.</summary>
    public static async Task<ReceivedBatch> HistoryAsync(this IrcClient client, string query) =>
        (await client.AskAsync($"CHATHISTORY {query}")).Batch("chathistory");

    /// <summary>What refers to a message by its id.</summary>
    public static string ById(this IrcMessage message) => $"msgid={message.Tags["msgid"]}";

    /// <summary>What refers to the moment of a message.</summary>
    public static string ByTime(this IrcMessage message) => $"timestamp={message.Tags["time"]}";
}
