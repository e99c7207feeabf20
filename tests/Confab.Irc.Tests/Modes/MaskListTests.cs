using System.Globalization;

namespace Confab.Irc.Tests.Modes;

public sealed class MaskListTests
{
    // RPL_BANLIST (367) and its kin: mask, who, when; then the end
    [Theory]
    [InlineData("b", "367", "368")]
    [InlineData("e", "348", "349")]
    [InlineData("I", "346", "347")]
    public async Task A_list_is_shown_with_author_and_time(string mode, string entry, string end)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        Assert.Equal($"MODE #tea +{mode} bob!*@*", (await alice.AskAsync($"MODE #tea +{mode} bob!*@*")).One("MODE").Said);
        var replies = await alice.AskAsync($"MODE #tea +{mode}");

        Assert.Equal([entry, end], replies.Commands);
        Assert.Equal(["alice", "#tea", "bob!*@*"], replies[0].Parameters.Take(3));
        Assert.Equal("alice", replies[0][3].Split('!')[0]);
        var set = DateTimeOffset.FromUnixTimeSeconds(long.Parse(replies[0][4], CultureInfo.InvariantCulture));
        Assert.InRange(DateTimeOffset.UtcNow - set, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(1));
        Assert.Equal(["alice", "#tea"], replies[1].Parameters.Take(2));
        Assert.Equal(3, replies[1].Parameters.Count);
    }

    // MODE message: with and without a sign
    [Theory]
    [InlineData("b", "368")]
    [InlineData("+b", "368")]
    [InlineData("-b", "368")]
    [InlineData("e", "349")]
    [InlineData("I", "347")]
    public async Task An_empty_list_is_only_its_end(string mode, string end)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        Assert.Equal(end, Assert.Single(await alice.AskAsync($"MODE #tea {mode}")).Command);
    }

    // MODE message: a member without rank may look at the bans
    [Fact]
    public async Task A_member_may_see_the_bans()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "alice", "bob");
        await clients[0].AskAsync("MODE #tea +b carol!*@*");
        await clients[1].SyncAsync();

        var replies = await clients[1].AskAsync("MODE #tea b");

        Assert.Equal("carol!*@*", replies.One("367")[2]);
        replies.One("368");
    }

    // Ban Channel Mode: the values are client masks, so what is missing is filled in
    [Theory]
    [InlineData("bob", "bob!*@*")]
    [InlineData("*@example.org", "*!*@example.org")]
    [InlineData("bob!user", "bob!user@*")]
    [InlineData("user@example.org", "*!user@example.org")]
    [InlineData("bob!user@example.org", "bob!user@example.org")]
    [InlineData("b*", "b*!*@*")]
    public async Task A_mask_is_made_whole(string given, string whole)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        var change = (await alice.AskAsync($"MODE #tea +b {given}")).One("MODE");

        Assert.Equal(["#tea", "+b", whole], change.Parameters);
        Assert.Equal(["#tea", "-b", whole], (await alice.AskAsync($"MODE #tea -b {given}")).One("MODE").Parameters);
    }

    // MODE message: an entry is there once
    [Fact]
    public async Task The_same_mask_is_listed_once()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +b bob!*@*");

        (await alice.AskAsync("MODE #tea +b bob!*@*")).Lacks("MODE");

        (await alice.AskAsync("MODE #tea b")).One("367");
    }

    // MODE message: removing what is not there
    [Fact]
    public async Task Removing_a_mask_that_is_not_there_says_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.JoinAsync("#tea");

        (await alice.AskAsync("MODE #tea -b nobody!*@*")).Lacks("MODE");
    }

    // EXTBAN and ACCOUNTEXTBAN parameters
    [Theory]
    [InlineData("~a:bob")]
    [InlineData("a:bob")]
    [InlineData("~account:bob")]
    public async Task A_ban_by_account_holds_under_another_nickname(string mask)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", $"MODE #tea +b {mask}");
        var bob = await server.WithAccountAsync("bob");
        await bob.AskAsync("NICK robert");

        (await bob.AskAsync("JOIN #tea")).One("474");
        await (await server.RegisterAsync("carol")).JoinAsync("#tea");
    }

    // EXTBAN parameter: in e and I too
    [Fact]
    public async Task An_exception_by_account_lifts_a_ban_and_an_invitation()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +b *!*@*", "MODE #tea +e ~a:bob", "MODE #tea +i", "MODE #tea +I ~a:bob");

        await (await server.WithAccountAsync("bob")).JoinAsync("#tea");
    }

    // EXTBAN parameter: an extended mask is shown as it was set
    [Fact]
    public async Task An_extended_mask_is_listed_with_its_type()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        await alice.AskAsync("JOIN #tea", "MODE #tea +b ~a:bob");

        Assert.Equal("~a:bob", (await alice.AskAsync("MODE #tea b")).One("367")[2]);
    }
}
