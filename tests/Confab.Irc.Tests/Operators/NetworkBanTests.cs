namespace Confab.Irc.Tests.Operators;

/// <summary>KLINE and DLINE are in no RFC; the form is minutes, mask and reason, as servers commonly take it.</summary>
public sealed class NetworkBanTests
{
    // ERR_YOUREBANNEDCREEP (465), then ERROR and the end
    [Fact]
    public async Task Who_matches_a_kline_cannot_register()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");
        Assert.NotEmpty(await oper.AskAsync("KLINE 10 *kettle*@* :no kettles"));

        var rest = await RegisterAsUserAsync(server, "bob", "kettle");

        Assert.Contains("no kettles", rest.One("465").Last, StringComparison.Ordinal);
        Assert.Equal("ERROR", rest.Commands[^1]);
        rest.Lacks("001");
    }

    // KLINE: who is there already is disconnected, and the others see why
    [Fact]
    public async Task Who_matches_a_new_kline_is_disconnected()
    {
        await using var server = await IrcServer.StartAsync();
        var clients = await server.GatherAsync("#tea", "bob", "carol");
        var oper = await server.OperAsync("alice");

        await oper.AskAsync("KLINE 10 *bob*@* :no bobs");

        Assert.Equal("ERROR", (await clients[0].ReadToEndAsync()).Commands[^1]);
        Assert.Contains("no bobs", (await clients[1].SyncAsync()).One("QUIT")[0], StringComparison.Ordinal);
        (await oper.SyncAsync()).Lacks("ERROR");
    }

    // KLINE: without minutes it does not end
    [Fact]
    public async Task A_kline_may_have_no_end()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        await oper.AskAsync("KLINE *kettle*@* :no kettles");

        (await RegisterAsUserAsync(server, "bob", "kettle")).One("465");
    }

    // UNKLINE
    [Fact]
    public async Task A_removed_kline_lets_in()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");
        await oper.AskAsync("KLINE 10 *kettle*@* :no kettles");

        Assert.NotEmpty(await oper.AskAsync("UNKLINE *kettle*@*"));

        var client = await server.ConnectAsync();
        await client.SendAsync("NICK bob");
        await client.SendAsync("USER kettle 0 * :Bob");
        Assert.Equal("bob", (await client.ReadBurstAsync()).One("001")[0]);
    }

    // RPL_STATSKLINE (216), RPL_ENDOFSTATS (219)
    [Fact]
    public async Task Klines_are_listed_and_gone_when_removed()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");
        await oper.AskAsync("KLINE 10 *kettle*@* :no kettles");

        var listed = await oper.AskAsync("STATS k");
        await oper.AskAsync("UNKLINE *kettle*@*");
        var empty = await oper.AskAsync("STATS k");

        Assert.Contains("kettle", listed.One("216").Raw, StringComparison.Ordinal);
        Assert.Equal(["alice", "k"], listed.One("219").Parameters.Take(2));
        empty.Lacks("216");
    }

    // DLINE: an address; who comes from another is not touched
    [Fact]
    public async Task A_banned_address_is_listed_and_touches_nobody_else()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");
        Assert.NotEmpty(await oper.AskAsync("DLINE 10 192.0.2.0/24 :not from there"));

        await server.RegisterAsync("bob");
        var listed = await oper.AskAsync("STATS d");

        Assert.Contains(listed, line => line.Raw.Contains("192.0.2.0/24", StringComparison.Ordinal));
        Assert.Equal(["alice", "d"], listed[^1].Parameters.Take(2));
        await oper.AskAsync("UNDLINE 192.0.2.0/24");
        Assert.Equal("219", Assert.Single(await oper.AskAsync("STATS d")).Command);
    }

    // DLINE: what is no address
    [Fact]
    public async Task A_ban_of_what_is_no_address_is_refused()
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        Assert.NotEmpty(await oper.AskAsync("DLINE 10 kettle :no address"));

        Assert.Equal("219", Assert.Single(await oper.AskAsync("STATS d")).Command);
    }

    // UNKLINE: what is not there
    [Theory]
    [InlineData("UNKLINE *nothing*@*")]
    [InlineData("UNDLINE 192.0.2.77")]
    public async Task Removing_what_is_not_there_is_answered(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        Assert.NotEmpty(await oper.AskAsync(line));
    }

    private static async Task<Replies> RegisterAsUserAsync(IrcServer server, string nick, string username)
    {
        var client = await server.ConnectAsync();
        await client.SendAsync($"NICK {nick}");
        await client.SendAsync($"USER {username} 0 * :Somebody");
        return await client.ReadToEndAsync();
    }
}
