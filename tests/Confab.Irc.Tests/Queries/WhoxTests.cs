using System.Globalization;

namespace Confab.Irc.Tests.Queries;

public sealed class WhoxTests
{
    // whox: each field by itself
    [Theory]
    [InlineData("c", "#tea")]
    [InlineData("s", "confab.local")]
    [InlineData("n", "bob")]
    [InlineData("f", "H")]
    [InlineData("d", "0")]
    [InlineData("a", "0")]
    [InlineData("r", "Real name of bob")]
    [InlineData("i", "127.0.0.1")]
    public async Task A_field_is_given_alone(string field, string value)
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        var replies = await clients[1].AskAsync($"WHO bob %{field}");

        Assert.Equal(["bob", value], replies.One("354").Parameters);
        Assert.Equal(["bob", "bob"], replies.One("315").Parameters.Take(2));
        replies.Lacks("352");
    }

    // whox: username and host
    [Fact]
    public async Task Username_and_host_are_those_of_the_source()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var source = (await alice.JoinAsync("#tea")).One("JOIN");

        Assert.Equal(["alice", source.User, source.Host], (await alice.AskAsync("WHO alice %uh")).One("354").Parameters);
    }

    // whox: idle time is a number, rank has some value
    [Fact]
    public async Task Idle_time_and_rank_are_given()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var line = (await alice.AskAsync("WHO #tea %lo")).One("354");

        Assert.Equal(3, line.Parameters.Count);
        Assert.True(int.TryParse(line[1], NumberStyles.None, CultureInfo.InvariantCulture, out _), line.Raw);
        Assert.NotEmpty(line[2]);
    }

    // whox: the order is that of the specification, whatever was asked
    [Theory]
    [InlineData("%tcuihsnfdlaor,42")]
    [InlineData("%roaldfnshiuct,42")]
    [InlineData("%afhntcurosldi,42")]
    public async Task All_fields_come_in_the_order_of_the_specification(string fields)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var source = (await alice.JoinAsync("#tea")).One("JOIN");

        var line = (await alice.AskAsync($"WHO #tea {fields}")).One("354");

        Assert.Equal(14, line.Parameters.Count);
        Assert.Equal(
            ["alice", "42", "#tea", source.User, "127.0.0.1", source.Host, IrcServer.Name, "alice", "H@", "0"], line.Parameters.Take(10));
        Assert.Equal("0", line[11]);
        Assert.Equal(IrcClient.RealNameOf("alice"), line[13]);
    }

    // whox: the token is returned
    [Fact]
    public async Task The_token_is_returned_where_it_was_asked_for()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "007", "alice"], (await alice.AskAsync("WHO alice %tn,007")).One("354").Parameters);
        Assert.Equal(["alice", "alice"], (await alice.AskAsync("WHO alice %n,007")).One("354").Parameters);
    }

    // whox: unknown fields are ignored
    [Fact]
    public async Task An_unknown_field_is_ignored()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "alice"], (await alice.AskAsync("WHO alice %nZ")).One("354").Parameters);
    }

    // whox: the account
    [Fact]
    public async Task The_account_is_shown()
    {
        await using var server = await IrcServer.StartAsync();
        var bob = await server.WithAccountAsync("bob");
        await bob.AskAsync("NICK robert");
        var alice = await server.RegisterAsync("alice");

        Assert.Equal(["alice", "robert", "bob"], (await alice.AskAsync("WHO robert %na")).One("354").Parameters);
    }

    // whox: somebody else's address is nobody's business
    [Fact]
    public async Task The_address_of_others_is_not_shown()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var host = (await bob.JoinAsync("#tea")).One("JOIN").Host;

        var shown = (await alice.AskAsync("WHO bob %i")).One("354")[1];

        Assert.Contains(shown, new[] { "255.255.255.255", host });
    }

    // whox: a channel gives a line for each member, a pattern for each match
    [Fact]
    public async Task Channels_and_patterns_give_several_lines()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");

        Assert.Equal(["alice", "bob"], (await clients[0].AskAsync("WHO #tea %n")).All("354").Select(line => line[1]).Order(StringComparer.Ordinal));
        Assert.Equal(["alice", "bob"], (await clients[0].AskAsync("WHO * %n")).All("354").Select(line => line[1]).Order(StringComparer.Ordinal));
    }
}
