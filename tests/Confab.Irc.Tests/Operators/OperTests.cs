namespace Confab.Irc.Tests.Operators;

public sealed class OperTests
{
    // RPL_YOUREOPER (381), and the MODE message
    [Fact]
    public async Task The_right_password_makes_an_operator()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var replies = await alice.AskAsync("OPER operuser operpassword");

        Assert.Equal(2, replies.One("381").Parameters.Count);
        Assert.Equal("MODE alice", string.Join(' ', replies.One("MODE").Parameters.Take(1).Prepend("MODE")));
        Assert.Contains('o', replies.One("MODE")[1]);
        Assert.Contains('o', (await alice.AskAsync("MODE alice")).One("221")[1]);
    }

    // ERR_PASSWDMISMATCH (464), ERR_NOOPERHOST (491)
    [Theory]
    [InlineData("OPER operuser wrong", "464")]
    [InlineData("OPER operuser OPERPASSWORD", "464")]
    [InlineData("OPER nobody operpassword", "464,491")]
    public async Task A_wrong_name_or_password_is_refused(string line, string numerics)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        var refusal = Assert.Single(await alice.AskAsync(line));

        Assert.Contains(refusal.Command, numerics.Split(','));
        Assert.Equal(2, refusal.Parameters.Count);
        Assert.DoesNotContain('o', (await alice.AskAsync("MODE alice")).One("221")[1]);
    }

    // ERR_NEEDMOREPARAMS (461)
    [Theory]
    [InlineData("OPER")]
    [InlineData("OPER operuser")]
    [InlineData("KILL")]
    [InlineData("KILL bob")]
    [InlineData("WALLOPS")]
    [InlineData("KLINE")]
    [InlineData("DLINE")]
    [InlineData("UNKLINE")]
    [InlineData("UNDLINE")]
    public async Task Too_few_parameters_are_461(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.OperAsync("alice");

        Assert.Equal(["alice", line.Split(' ')[0]], (await alice.AskAsync(line)).One("461").Parameters.Take(2));
    }

    // ERR_NOPRIVILEGES (481)
    [Theory]
    [InlineData("KILL bob :out")]
    [InlineData("WALLOPS :hello operators")]
    [InlineData("REHASH")]
    [InlineData("KLINE 10 *@example.org :out")]
    [InlineData("DLINE 10 192.0.2.1 :out")]
    [InlineData("UNKLINE *@example.org")]
    [InlineData("UNDLINE 192.0.2.1")]
    public async Task What_is_for_operators_is_481_for_others(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        var refusal = Assert.Single(await alice.AskAsync(line));

        Assert.Equal("481", refusal.Command);
        Assert.Equal(2, refusal.Parameters.Count);
        (await bob.SyncAsync()).AreNone();
    }

    // RPL_REHASHING (382)
    [Fact]
    public async Task Rehash_is_confirmed()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.OperAsync("alice");

        await alice.SendAsync("REHASH");
        var reply = (await alice.ReadUntilAsync("382"))[^1];

        Assert.Equal("alice", reply[0]);
        Assert.Equal(3, reply.Parameters.Count);
    }

    // WALLOPS message: to those with user mode w
    [Fact]
    public async Task Wallops_reach_those_who_want_them()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");
        var bob = await server.RegisterAsync("bob");
        await bob.AskAsync("MODE bob +w");
        var carol = await server.RegisterAsync("carol");
        await carol.AskAsync("MODE carol -w");

        await oper.AskAsync("WALLOPS :the kettle is on");
        var seen = Assert.Single(await bob.SyncAsync());

        Assert.Equal("WALLOPS the kettle is on", seen.Said);
        Assert.Equal("alice", seen.Nick);
        (await carol.SyncAsync()).AreNone();
    }

    // WALLOPS message: an empty text is refused
    [Fact]
    public async Task An_empty_wallops_is_461()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        (await oper.AskAsync("WALLOPS :")).One("461");
    }

    // CONNECT and SQUIT messages: there is no other server
    [Theory]
    [InlineData("CONNECT other.example")]
    [InlineData("SQUIT other.example :bye")]
    public async Task There_are_no_other_servers(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        Assert.Contains(Assert.Single(await oper.AskAsync(line)).Command, new[] { "402", "421", "723" });
    }
}
