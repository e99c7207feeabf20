namespace Confab.Irc.Tests.V3.Negotiation;

/// <summary>How negotiation holds registration up, and what is no CAP command (capability-negotiation).</summary>
public sealed class CapabilityRegistrationTests
{
    // Connection Registration: LS and REQ suspend it until END.
    [Theory]
    [InlineData("CAP LS")]
    [InlineData("CAP LS 302")]
    [InlineData("CAP REQ multi-prefix")]
    [InlineData("CAP REQ example.org/unknown")]
    public async Task Negotiation_holds_registration_up_until_END(string first)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        (await client.AskAsync(first, "NICK alice", "USER alice 0 * :Alice")).Lacks("001");
        await client.SendAsync("CAP END");
        Assert.Equal("001", (await client.ReadAsync()).Command);
    }

    // The CAP LS subcommand: also where it comes after the nickname.
    [Fact]
    public async Task Negotiation_may_begin_between_NICK_and_USER()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        (await client.AskAsync("NICK alice", "CAP LS 302", "USER alice 0 * :Alice")).Lacks("001");
        await client.SendAsync("CAP END");
        Assert.Equal("alice", (await client.ReadAsync())[0]);
    }

    // Connection Registration: after END it goes on as ever.
    [Fact]
    public async Task END_before_NICK_and_USER_lets_them_register()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        (await client.AskAsync("CAP LS 302", "CAP END")).Lacks("001", "410", "451");
        await client.SendAsync("NICK alice");
        await client.SendAsync("USER alice 0 * :Alice");
        Assert.Equal("001", (await client.ReadAsync()).Command);
    }

    // Connection Registration: several requests before one END.
    [Fact]
    public async Task All_that_was_requested_before_END_is_enabled_after_it()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP LS 302", "NICK alice", "USER alice 0 * :Alice", "CAP REQ batch", "CAP REQ :server-time away-notify");
        await client.SendAsync("CAP END");
        await client.ReadBurstAsync();
        var enabled = (await client.AskAsync("CAP LIST")).Listed("LIST").Keys;
        Assert.Superset(new HashSet<string> { "batch", "server-time", "away-notify" }, enabled.ToHashSet());
    }

    // Connection Registration: without CAP nothing waits.
    [Fact]
    public async Task Without_negotiation_registration_completes_at_once()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        Assert.Equal("001", (await client.RegisterAsync("alice"))[0].Command);
    }

    // The CAP END subcommand: without negotiation it means nothing.
    [Fact]
    public async Task END_without_negotiation_does_no_harm()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        (await client.AskAsync("CAP END")).AreNone();
        Assert.Equal("001", (await client.RegisterAsync("alice"))[0].Command);
    }

    // The CAP END subcommand: ignored after registration.
    [Fact]
    public async Task END_after_registration_is_ignored()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        (await alice.AskAsync("CAP END")).AreNone();
    }

    // The CAP command: LS after registration suspends nothing.
    [Fact]
    public async Task LS_after_registration_holds_nothing_up()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("CAP LS 302");
        (await alice.AskAsync("JOIN #room")).One("JOIN");
    }

    // The CAP LIST subcommand: only LS and REQ hold registration up.
    [Fact]
    public async Task LIST_holds_nothing_up()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP LIST");
        Assert.Equal("001", (await client.RegisterAsync("alice"))[0].Command);
    }

    // Modern IRC, connection registration: other commands wait for its end.
    [Fact]
    public async Task Commands_are_refused_during_negotiation()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var replies = await client.AskAsync("CAP LS 302", "NICK alice", "USER alice 0 * :Alice", "JOIN #room");
        replies.One("451");
        replies.Lacks("JOIN");
    }

    // The CAP command: 410 names what was wrong.
    [Theory]
    [InlineData("FOO")]
    [InlineData("CLEAR")]
    [InlineData("NEW")]
    [InlineData("DEL")]
    [InlineData("NAK")]
    public async Task What_a_client_cannot_say_is_answered_by_410(string subcommand)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var error = (await client.AskAsync($"CAP {subcommand}")).One("410");
        Assert.Equal(["*", subcommand], error.Parameters.Take(2));
        Assert.Equal(3, error.Parameters.Count);
    }

    // The CAP command: 410 after registration names the client.
    [Fact]
    public async Task An_unknown_subcommand_after_registration_names_the_client()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        Assert.Equal(["alice", "FOO"], (await alice.AskAsync("CAP FOO")).One("410").Parameters.Take(2));
    }

    // The CAP command: an unknown subcommand does not suspend registration.
    [Fact]
    public async Task An_unknown_subcommand_holds_nothing_up()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP FOO");
        Assert.Equal("001", (await client.RegisterAsync("alice"))[0].Command);
    }

    // The CAP command: the subcommand is required.
    [Fact]
    public async Task CAP_alone_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var replies = await client.AskAsync("CAP");
        Assert.Contains(Assert.Single(replies).Command, (string[])["410", "461"]);
    }
}
