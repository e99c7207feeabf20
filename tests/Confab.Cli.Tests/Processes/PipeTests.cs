namespace Confab.Cli.Tests.Processes;

/// <summary>The commands for pipes, against a real server, with their statuses.</summary>
public sealed class PipeTests
{
    [Fact]
    public async Task What_is_said_is_heard_by_whoever_listens_later()
    {
        using var data = new TemporaryData();
        await using var server = ConfabProcess.Serve(data.Path);
        var to = (await server.DoorAsync("text")).ToString();

        await using var say = ConfabProcess.Run("say", "--to", to, "#ops", "deployed 1.4.2");
        Assert.Equal(0, await say.StatusAsync());
        await using var pipe = ConfabProcess.Run("say", "--to", to, "#ops");
        await pipe.TypeAsync("first line");
        await pipe.TypeAsync("second line");
        pipe.EndInput();
        Assert.Equal(0, await pipe.StatusAsync());

        await using var listen = ConfabProcess.Run("listen", "--to", to, "#ops", "--since", "0", "--limit", "3", "--json");
        Assert.Equal(0, await listen.StatusAsync());
        Assert.Matches("(?s)deployed 1.4.2.*first line.*second line", listen.Output);
    }

    [Fact]
    public async Task Saying_something_where_no_server_is_fails_and_says_what_to_do()
    {
        // Port 1 is nobody's on a machine like this; a refused connection comes at once.
        await using var say = ConfabProcess.Run("say", "--to", "127.0.0.1:1", "#ops", "hello", "--timeout", "1");

        Assert.NotEqual(0, await say.StatusAsync());
        Assert.Contains("confab serve", say.Output, StringComparison.Ordinal);
    }
}
