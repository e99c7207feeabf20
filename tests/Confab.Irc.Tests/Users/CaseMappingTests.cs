namespace Confab.Irc.Tests.Users;

public sealed class CaseMappingTests
{
    // CASEMAPPING parameter, ascii: brackets and braces are different
    [Fact]
    public async Task Under_ascii_brackets_and_braces_differ()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.AskAsync("JOIN #a[b]", "JOIN #a{b}");

        Assert.Equal("#a[b]", (await alice.AskAsync("NAMES #A[B]")).One("353")[2]);
        Assert.Equal("#a{b}", (await alice.AskAsync("NAMES #A{B}")).One("353")[2]);
    }

    // CASEMAPPING parameter, rfc1459: {}|^ are the lower case of []\~
    [Fact]
    public async Task Under_rfc1459_brackets_and_braces_are_the_same_nick()
    {
        await using var server = await IrcServer.StartAsync(("irc.caseMapping", "rfc1459"));
        await server.RegisterAsync("a[b]");
        var second = await server.ConnectAsync();

        var replies = await second.AskAsync("NICK A{B}", "USER u 0 * :U");

        Assert.Equal(["*", "A{B}"], replies.One("433").Parameters.Take(2));
    }

    // CASEMAPPING parameter, rfc1459: channels too
    [Fact]
    public async Task Under_rfc1459_brackets_and_braces_are_the_same_channel()
    {
        await using var server = await IrcServer.StartAsync(("irc.caseMapping", "rfc1459"));
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#a[b]");
        var bob = await server.RegisterAsync("bob");

        Assert.Contains("alice", (await bob.JoinAsync("#a{b}")).One("353")[3], StringComparison.Ordinal);
    }

    // CASEMAPPING parameter, PRECIS: letters of any script have a case
    [Fact]
    public async Task Under_precis_every_script_is_folded()
    {
        await using var server = await IrcServer.StartAsync(("irc.caseMapping", "precis"));
        await server.RegisterAsync("Зоя");
        var second = await server.ConnectAsync();

        (await second.AskAsync("NICK зОЯ", "USER u 0 * :U")).One("433");
    }

    // Client-to-Server Protocol Structure: names are casemapped everywhere
    [Fact]
    public async Task Every_command_finds_names_in_any_case()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        (await clients[0].AskAsync("MODE #TEA +v BOB")).One("MODE");
        (await clients[0].AskAsync("TOPIC #TEA :Green")).One("TOPIC");
        (await clients[0].AskAsync("WHOIS BOB")).One("311");
        Assert.Equal(2, (await clients[0].AskAsync("WHO #TEA")).All("352").Count);
        (await clients[0].AskAsync("KICK #TEA BOB")).One("KICK");
    }
}
