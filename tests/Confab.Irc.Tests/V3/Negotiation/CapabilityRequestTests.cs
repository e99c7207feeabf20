namespace Confab.Irc.Tests.V3.Negotiation;

/// <summary>CAP REQ, ACK and NAK (capability-negotiation).</summary>
public sealed class CapabilityRequestTests
{
    // The CAP REQ subcommand: given or refused as a whole.
    [Theory]
    [InlineData("multi-prefix")]
    [InlineData("multi-prefix sasl")]
    [InlineData("server-time message-tags batch labeled-response echo-message")]
    [InlineData("labeled-response batch")]
    public async Task What_is_known_is_acknowledged_as_it_was_asked_for(string list)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var answer = (await client.AskAsync($"CAP REQ :{list}")).One("CAP");
        Assert.Equal(["*", "ACK", list], answer.Parameters.Select(parameter => parameter.TrimEnd()));
    }

    // The CAP NAK subcommand: the list of the request comes back, and nothing changes.
    [Theory]
    [InlineData("example.org/unknown")]
    [InlineData("multi-prefix example.org/unknown")]
    [InlineData("example.org/unknown multi-prefix")]
    [InlineData("multi-prefix -example.org/unknown")]
    public async Task One_unknown_capability_refuses_all(string list)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        var answer = (await client.AskAsync($"CAP REQ :{list}")).One("CAP");
        Assert.Equal(["*", "NAK", list], answer.Parameters.Select(parameter => parameter.TrimEnd()));
        Assert.Empty((await client.AskAsync("CAP LIST")).Listed("LIST"));
    }

    // The CAP NAK subcommand: what was enabled before stays.
    [Fact]
    public async Task A_refusal_takes_nothing_away()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("multi-prefix");
        Assert.Equal("NAK", (await client.AskAsync("CAP REQ :-multi-prefix example.org/unknown")).One("CAP")[1]);
        Assert.Contains("multi-prefix", (await client.AskAsync("CAP LIST")).Listed("LIST").Keys);
    }

    // The CAP REQ subcommand: a dash disables.
    [Fact]
    public async Task A_dash_disables_and_is_repeated_in_the_acknowledgement()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("multi-prefix", "batch");
        var answer = (await client.AskAsync("CAP REQ :-multi-prefix")).One("CAP");
        Assert.Equal(["*", "ACK", "-multi-prefix"], answer.Parameters.Select(parameter => parameter.TrimEnd()));
        Assert.Equal(["batch"], (await client.AskAsync("CAP LIST")).Listed("LIST").Keys);
    }

    // The CAP REQ subcommand: one request may do both.
    [Fact]
    public async Task One_request_enables_and_disables()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("multi-prefix");
        await client.RequestAsync("-multi-prefix", "batch");
        Assert.Equal(["batch"], (await client.AskAsync("CAP LIST")).Listed("LIST").Keys);
    }

    // The CAP command: lists are read from left to right.
    [Theory]
    [InlineData("multi-prefix -multi-prefix", false)]
    [InlineData("-multi-prefix multi-prefix", true)]
    public async Task The_last_word_on_a_capability_counts(string list, bool enabled)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync(list);
        Assert.Equal(enabled, (await client.AskAsync("CAP LIST")).Listed("LIST").ContainsKey("multi-prefix"));
    }

    // The CAP REQ subcommand: what is so already counts as done.
    [Fact]
    public async Task Enabling_twice_and_disabling_what_is_not_enabled_succeed()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("batch");
        await client.RequestAsync("batch");
        await client.RequestAsync("-multi-prefix");
        Assert.Equal(["batch"], (await client.AskAsync("CAP LIST")).Listed("LIST").Keys);
    }

    // The CAP command: white space around names means nothing.
    [Theory]
    [InlineData("CAP REQ :multi-prefix ")]
    [InlineData("CAP REQ : multi-prefix")]
    [InlineData("CAP REQ :multi-prefix  batch")]
    [InlineData("CAP REQ multi-prefix")]
    public async Task Spaces_around_names_do_no_harm(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        Assert.Equal("ACK", (await client.AskAsync(line)).One("CAP")[1]);
        Assert.Contains("multi-prefix", (await client.AskAsync("CAP LIST")).Listed("LIST").Keys);
    }

    // The CAP REQ subcommand: nothing asked for is nothing to refuse.
    [Fact]
    public async Task An_empty_request_is_acknowledged()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        Assert.Equal(["*", "ACK", ""], (await client.AskAsync("CAP REQ :")).One("CAP").Parameters);
    }

    // Rules for naming capabilities: names are opaque, and their case counts.
    [Theory]
    [InlineData("MULTI-PREFIX")]
    [InlineData("Batch")]
    [InlineData("sasl=PLAIN")]
    [InlineData("draft/batch")]
    public async Task A_name_is_taken_as_it_is(string name)
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        Assert.Equal("NAK", (await client.AskAsync($"CAP REQ :{name}")).One("CAP")[1]);
    }

    // The CAP command: accepted at any time.
    [Fact]
    public async Task A_request_after_registration_takes_effect_at_once()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice");
        var answer = (await alice.AskAsync("CAP REQ :userhost-in-names")).One("CAP");
        Assert.Equal(["alice", "ACK", "userhost-in-names"], answer.Parameters.Select(parameter => parameter.TrimEnd()));
        Assert.Contains("alice!", (await alice.AskAsync("NAMES #room")).One("353").Last, StringComparison.Ordinal);
        await alice.RequestAsync("-userhost-in-names");
        Assert.DoesNotContain("!", (await alice.AskAsync("NAMES #room")).One("353").Last, StringComparison.Ordinal);
    }

    // message-ids, examples: tags end with the capability.
    [Fact]
    public async Task Tags_end_when_their_capability_is_disabled()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "message-tags", "server-time");
        var bob = await server.EnterAsync("#room", "bob");
        await bob.AskAsync("PRIVMSG #room :one");
        Assert.Contains("msgid", (await alice.SyncAsync()).One("PRIVMSG").Tags.Keys);
        await alice.RequestAsync("-message-tags", "-server-time");
        await bob.AskAsync("PRIVMSG #room :two");
        Assert.Empty((await alice.SyncAsync()).One("PRIVMSG").Tags);
    }

    // cap-notify: version 302 has it, and may ask for it without any effect.
    [Fact]
    public async Task Cap_notify_is_given_to_302_and_cannot_be_taken_away()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.AskAsync("CAP LS 302");
        await client.RequestAsync("cap-notify");
        Assert.Equal("NAK", (await client.AskAsync("CAP REQ :-cap-notify")).One("CAP")[1]);
    }

    // cap-notify: others may take it and leave it.
    [Fact]
    public async Task Cap_notify_is_free_to_take_and_leave_for_older_clients()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();
        await client.RequestAsync("cap-notify");
        Assert.Contains("cap-notify", (await client.AskAsync("CAP LIST")).Listed("LIST").Keys);
        await client.RequestAsync("-cap-notify");
        Assert.DoesNotContain("cap-notify", (await client.AskAsync("CAP LIST")).Listed("LIST").Keys);
    }
}
