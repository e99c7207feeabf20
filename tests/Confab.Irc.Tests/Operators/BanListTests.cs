namespace Confab.Irc.Tests.Operators;

/// <summary>For how long a ban holds, and how it is listed.</summary>
public sealed class BanListTests
{
    [Theory]
    [InlineData("KLINE 1440 *kettle*@* :hot", "until Sat Jan 03 2026")]
    [InlineData("KLINE 1d *kettle*@* :hot", "until Sat Jan 03 2026")]
    [InlineData("KLINE 1w2d12h30m10s *kettle*@* :hot", "until Mon Jan 12 2026 00:30:10 UTC")]
    [InlineData("KLINE 1y *kettle*@* :hot", "until Sat Jan 02 2027")]
    [InlineData("KLINE 0 *kettle*@* :hot", "for good")]
    [InlineData("KLINE *kettle*@* :hot", "for good")]
    public async Task A_ban_is_listed_with_its_end_and_reason(string line, string end)
    {
        await using var server = await IrcServer.StartAsync(new FixedTime());
        var oper = await server.OperAsync("alice");

        await oper.AskAsync(line);
        var listed = await oper.AskAsync("KLINE LIST");

        Assert.Equal(2, listed.All("NOTICE").Count);
        Assert.Contains("*kettle*@*", listed[0].Last, StringComparison.Ordinal);
        Assert.Contains(end, listed[0].Last, StringComparison.Ordinal);
        Assert.Contains("(hot), by alice", listed[0].Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KLINE 10")]
    [InlineData("DLINE 1d")]
    public async Task A_time_alone_is_461(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        (await oper.AskAsync(line)).One("461");
    }

    [Theory]
    [InlineData("KLINE *@* :everybody")]
    [InlineData("DLINE 0.0.0.0/0 :everybody")]
    [InlineData("DLINE 1x 192.0.2.1 :no time")]
    public async Task Nonsense_is_refused(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var oper = await server.OperAsync("alice");

        Assert.Equal("INVALID_PARAMS", (await oper.AskAsync(line)).One("FAIL")[1]);
        (await oper.AskAsync("STATS k", "STATS d")).Lacks("216", "225");
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    }
}
