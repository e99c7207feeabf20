using Confab.Cli.Chatting;
using Confab.Cli.Commands;
using Confab.Cli.Tests.Piping;
using Confab.Testing.Scripted;

namespace Confab.Cli.Tests.Benching;

public sealed class BenchSignOnTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_IRC_server_that_asks_for_a_sign_of_life_and_looks_up_who_comes_gets_its_answers()
    {
        using var server = new ScriptedServer();
        var run = Start(server.Address, "--door", "irc", "--members", "1", "--senders", "0", "--seconds", "0.1", "--warm-up", "0");
        using var peer = await server.AcceptAsync(Cancel);
        var nickname = (await peer.ReadLineAsync()).Split(' ')[1].TrimEnd('\r');
        Assert.Equal(9, nickname.Length);
        Assert.StartsWith("USER ", await peer.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Equal("JOIN #lobby\r", await peer.ReadLineAsync());

        await peer.SendAsync("PING :cookie17\r\n");
        Assert.Equal("PONG :cookie17\r", await peer.ReadLineAsync());
        await peer.SendAsync($":server 451 {nickname} JOIN :You have not registered\r\n:server 001 {nickname} :Welcome\r\n");
        Assert.Equal("JOIN #lobby\r", await peer.ReadLineAsync());
        await peer.SendAsync($":{nickname}!u@h JOIN #lobby\r\n:server 366 {nickname} #lobby :End of /NAMES\r\n");

        Assert.Equal(ExitCode.Done, await run.Code);
        Assert.Equal("QUIT\r\n", await peer.ReadToEndAsync());
    }

    [Theory]
    [InlineData("irc", ":server 433 * nick :Nickname is in use\r\n", "refused it; the last thing heard was \":server 433 * nick :Nickname is in use\"")]
    [InlineData("irc", "ERROR :Too many connections\r\n", "ERROR :Too many connections")]
    [InlineData("text", "* That nickname is taken. Take another.\n* pong ready\n", "refused it")]
    [InlineData("json", "{\"type\":\"error\",\"text\":\"no\"}\n", "refused it")]
    public async Task A_server_that_takes_nobody_is_quoted(string door, string answer, string expected)
    {
        using var server = new ScriptedServer();
        var run = Start(server.Address, "--door", door, "--members", "1", "--senders", "0", "--seconds", "0.1");
        using var peer = await server.AcceptAsync(Cancel);
        await peer.ReadLineAsync();
        await peer.SendAsync(answer);

        Assert.Equal(ExitCode.NoConnection, await run.Code);
        Assert.Contains("connection 1 of 1", run.Error, StringComparison.Ordinal);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_lets_go_of_somebody_while_others_sign_on_is_told_about()
    {
        using var server = new ScriptedServer();
        var run = Start(server.Address, "--door", "irc", "--members", "2", "--senders", "0", "--seconds", "0.1", "--sign-ons-at-once", "1");
        using var first = await server.AcceptAsync(Cancel);
        await first.SendAsync(":server 366 nick #lobby :End\r\n");
        using var second = await server.AcceptAsync(Cancel);
        first.Break();

        Assert.Equal(ExitCode.NoConnection, await run.Code);
        Assert.Contains("while others signed on, the server let go of b", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_is_no_WebSocket_is_quoted()
    {
        using var server = new ScriptedServer();
        var run = Start(server.Address, "--door", "irc", "--websocket", "--members", "1", "--senders", "0", "--seconds", "0.1");
        using var peer = await server.AcceptAsync(Cancel);
        Assert.Equal("GET /irc HTTP/1.1\r", await peer.ReadLineAsync());
        await peer.SendAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(ExitCode.NoConnection, await run.Code);
        Assert.Contains("no WebSocket at /irc: HTTP/1.1 404 Not Found", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_TLS_at_the_other_end_it_says_so()
    {
        using var server = new ScriptedServer();
        var run = Start(server.Address, "--tls", "--members", "1", "--senders", "0", "--seconds", "0.1");
        using var peer = await server.AcceptAsync(Cancel);
        await peer.SendAsync("* Welcome to a plain door.\n");

        Assert.Equal(ExitCode.NoConnection, await run.Code);
        Assert.Contains("no TLS: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_it_says_so()
    {
        var run = Start($"127.0.0.1:{ScriptedServer.UnusedPort()}", "--members", "2", "--senders", "1");

        Assert.Equal(ExitCode.NoConnection, await run.Code);
        Assert.Contains("connection ", run.Error, StringComparison.Ordinal);
    }

    private static CommandRun Start(params string[] arguments) => new(BenchCommand.Create(), arguments);
}
