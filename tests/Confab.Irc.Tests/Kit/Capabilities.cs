namespace Confab.Irc.Tests.Kit;

/// <summary>Negotiates by hand, for tests that look at the negotiation itself.</summary>
internal static class Capabilities
{
    /// <summary>All that is listed by an answer to CAP LS or CAP LIST, with the values ("" for none).</summary>
    public static IReadOnlyDictionary<string, string> Listed(this Replies replies, string subcommand = "LS") =>
        replies.All("CAP")
            .Where(line => line[1] == subcommand)
            .SelectMany(line => line.Last.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(entry => entry.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts.Length == 2 ? parts[1] : "");

    /// <summary>What the server offers to somebody new.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfferedAsync(this IrcServer server, string door = "irc")
    {
        await using var client = await server.ConnectAsync(door);
        return (await client.AskAsync("CAP LS 302")).Listed();
    }

    /// <summary>Starts a server for tests of a capability; skips the test, visibly, where the server does not offer it.</summary>
    public static async Task<IrcServer> StartOfferingAsync(string capability)
    {
        var server = await IrcServer.StartAsync();
        if ((await server.OfferedAsync()).ContainsKey(capability))
        {
            return server;
        }

        await server.DisposeAsync();
        Assert.Skip($"The server does not offer {capability}.");
        return server;
    }

    /// <summary>Requests capabilities, which must be given; the registration stays open.</summary>
    public static async Task RequestAsync(this IrcClient client, params string[] capabilities)
    {
        var answer = (await client.AskAsync($"CAP REQ :{string.Join(' ', capabilities)}")).One("CAP");
        Assert.Equal("ACK", answer[1]);
    }

    /// <summary>The tokens of 005 that a new client is told.</summary>
    public static async Task<Tokens> SupportedAsync(this IrcServer server, string nick = "asker")
    {
        await using var client = await server.ConnectAsync();
        return Tokens.Of(await client.RegisterAsync(nick));
    }
}
