using Confab.Dialects.Control;
using Confab.Protocols.Control;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Control;

/// <summary>The conversation of whoever looks after the server, over a server in memory.</summary>
public sealed class ControlSessionTests : IDisposable
{
    private readonly MemoryServer _server = new();
    private readonly ControlSession _session;

    public ControlSessionTests() => _session = new ControlSession(_server.Engine);

    public void Dispose()
    {
        _session.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task An_account_is_made_and_listed_and_shown()
    {
        var added = await AskAsync("""{"do":"account.add","name":"alice","password":"secret","email":"a@example.org","administrator":true}""");
        Assert.Equal((true, "alice", true), (added.Ok, added.Account?.Name, added.Account?.Administrator));
        await DoneAsync("""{"do":"account.add","name":"bob","password":"secret"}""");

        var listed = await AskAsync("""{"do":"account.list"}""");
        Assert.Equal((2, "alice bob"), (listed.Total, string.Join(' ', listed.Accounts!.Select(account => account.Name))));
        Assert.Equal("bob", Assert.Single((await AskAsync("""{"do":"account.list","after":"alice"}""")).Accounts!).Name);
        var shown = (await AskAsync("""{"do":"account.show","name":"ALICE"}""")).Account!;
        Assert.Equal(("a@example.org", 0, 0), (shown.Email, shown.Certificates, shown.Present?.Count));
    }

    [Fact]
    public async Task A_suspended_account_says_why_until_it_is_opened_again()
    {
        await DoneAsync("""{"do":"account.add","name":"bob","password":"secret"}""");

        Assert.Equal("too loud", (await AskAsync("""{"do":"account.suspend","name":"bob","reason":"too loud"}""")).Account?.Suspended);
        Assert.Null((await AskAsync("""{"do":"account.unsuspend","name":"bob"}""")).Account?.Suspended);
    }

    [Fact]
    public async Task Whoever_is_promoted_is_administrator_until_it_is_ended()
    {
        await DoneAsync("""{"do":"account.add","name":"bob","password":"secret"}""");

        Assert.True((await AskAsync("""{"do":"account.promote","name":"bob","administrator":true}""")).Account?.Administrator);
        Assert.Null((await AskAsync("""{"do":"account.promote","name":"bob","administrator":false}""")).Account?.Administrator);
    }

    [Fact]
    public async Task An_account_ends_only_with_the_code_of_the_first_answer()
    {
        await DoneAsync("""{"do":"account.add","name":"bob","password":"secret"}""");
        var needed = await AskAsync("""{"do":"account.delete","name":"bob"}""");
        Assert.False(needed.Ok);
        Assert.NotNull(needed.Confirm);
        Assert.Equal(needed.Confirm, (await AskAsync("""{"do":"account.delete","name":"bob","confirm":"wrong"}""")).Confirm);

        await DoneAsync($$"""{"do":"account.delete","name":"bob","confirm":"{{needed.Confirm}}"}""");

        Assert.Equal("account-unknown", (await AskAsync("""{"do":"account.show","name":"bob"}""")).Code);
    }

    [Fact]
    public async Task A_room_is_given_handed_over_and_dropped()
    {
        await DoneAsync("""{"do":"account.add","name":"alice","password":"secret"}""");
        await DoneAsync("""{"do":"account.add","name":"bob","password":"secret"}""");

        await DoneAsync("""{"do":"room.register","room":"#tea","name":"alice"}""");
        await DoneAsync("""{"do":"room.rank","room":"#tea","name":"bob","rank":"op"}""");
        Assert.Equal([("alice", "founder"), ("bob", "op")], await AccessAsync());
        await DoneAsync("""{"do":"room.rank","room":"#tea","name":"bob","rank":"none"}""");
        await DoneAsync("""{"do":"room.transfer","room":"#tea","name":"bob"}""");
        Assert.Equal([("bob", "founder")], await AccessAsync());
        Assert.Equal(
            [("#lobby", null), ("#tea", "bob")],
            (await AskAsync("""{"do":"room.list"}""")).Rooms!.Select(room => (room.Room, room.Founder)));

        await DoneAsync("""{"do":"room.drop","room":"#tea"}""");
        Assert.Equal("room-not-registered", (await AskAsync("""{"do":"room.access","room":"#tea"}""")).Code);
    }

    [Theory]
    [InlineData("hello", "malformed-input")]
    [InlineData("null", "malformed-input")]
    [InlineData("{}", "unknown-command")]
    [InlineData("""{"do":"account.eat"}""", "unknown-command")]
    [InlineData("""{"do":"account.add","name":"bob"}""", "malformed-input")]
    [InlineData("""{"do":"account.show"}""", "malformed-input")]
    [InlineData("""{"do":"account.promote","name":"bob"}""", "malformed-input")]
    [InlineData("""{"do":"room.register","room":"tea","name":"bob"}""", "malformed-input")]
    [InlineData("""{"do":"room.rank","room":"#tea","name":"bob","rank":"king"}""", "malformed-input")]
    [InlineData("""{"do":"account.add","name":"Server","password":"x"}""", "account-name-invalid")]
    [InlineData("""{"do":"account.add","name":"bob","password":""}""", "weak-password")]
    [InlineData("""{"do":"account.password","name":"bob","password":"x"}""", "account-unknown")]
    [InlineData("""{"do":"room.transfer","room":"#tea","name":"bob"}""", "room-not-registered")]
    public async Task What_cannot_be_done_is_refused_with_a_word_and_a_sentence(string line, string code)
    {
        var reply = await AskAsync(line);

        Assert.Equal((false, code), (reply.Ok, reply.Code));
        Assert.EndsWith(".", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_it_come_and_private_messages_to_the_operator_pass_it_by()
    {
        var alice = _server.Connect("text");
        alice.Send("alice\n");
        alice.Text();
        using (var other = new ControlSession(_server.Engine))
        {
            alice.Send("/msg Server hello\n/who\n");
            var shown = alice.Text();
            Assert.Contains("Server", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("control", shown, StringComparison.Ordinal);
        }

        _server.Run();
        Assert.Empty(alice.Text());
        Assert.True((await AskAsync("""{"do":"room.list"}""")).Ok);
    }

    [Fact]
    public async Task A_server_that_ends_says_so_instead_of_leaving_somebody_without_an_answer()
    {
        _server.Run();
        _server.Stop();

        Assert.True(_session.Ended.IsCompleted);
        Assert.Equal(ControlReply.Stopping, (await AskAsync("""{"do":"room.list"}""")).Code);
    }

    private async Task<IEnumerable<(string, string)>> AccessAsync() =>
        (await AskAsync("""{"do":"room.access","room":"#tea"}""")).Access!.Select(access => (access.Name, access.Rank));

    private async Task DoneAsync(string line)
    {
        var reply = await AskAsync(line);
        Assert.True(reply.Ok, reply.Text);
    }

    private Task<ControlReply> AskAsync(string line)
    {
        var reply = _session.AskAsync(line);
        _server.Run();
        return reply;
    }
}
