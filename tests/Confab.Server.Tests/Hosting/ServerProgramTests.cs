using Confab.Server.Configuration;
using Confab.Server.Hosting;

namespace Confab.Server.Tests.Hosting;

public sealed class ServerProgramTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Exit_on_the_console_ends_with_status_0()
    {
        var terminal = new ScriptedTerminal();
        var running = new ServerProgram(Servers.Options("relay", "console"), () => terminal, _output, _error).RunAsync();
        await terminal.SeesAsync(line => line.StartsWith("Server listening on 127.0.0.1:", StringComparison.Ordinal));
        await terminal.SeesAsync(line => line.StartsWith("Server started on localhost: ", StringComparison.Ordinal));

        terminal.Type("exit");

        Assert.Equal(ServerProgram.Ok, await running);
        await terminal.SeesAsync("Server is shutting down..");
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task The_end_of_a_piped_input_does_not_stop_the_server()
    {
        var terminal = new ScriptedTerminal();
        await using var server = await Servers.StartAsync(terminal);

        terminal.Type("/help");
        terminal.EndInput();
        await terminal.SeesAsync(line => line.Contains("exit - stop the server", StringComparison.Ordinal));

        Assert.False(server.StopWanted.IsCompleted);
    }

    [Fact]
    public async Task The_end_of_the_input_at_a_terminal_stops_the_server()
    {
        var terminal = new ScriptedTerminal(isInteractive: true);
        var running = new ServerProgram(Servers.Options("text"), () => terminal, _output, _error).RunAsync();

        terminal.EndInput();

        Assert.Equal(ServerProgram.Ok, await running);
    }

    [Fact]
    public async Task A_door_that_cannot_open_ends_with_status_1_and_one_line_that_says_why()
    {
        using var taken = new TakenPort();
        var options = Servers.Options("relay");
        options.Listeners[0].Port = taken.Port;
        options.LogFormat = LogFormat.Json;

        var status = await new ServerProgram(options, terminal: null, _output, _error).RunAsync();

        Assert.Equal(ServerProgram.Failed, status);
        Assert.StartsWith($"confab: The relay door cannot open: port {taken.Port} ", _error.ToString(), StringComparison.Ordinal);
        Assert.Single(_error.ToString().Trim().Split('\n'));
    }

    [Fact]
    public async Task A_data_directory_that_cannot_be_used_ends_with_status_1_and_one_line_that_says_why()
    {
        var options = Servers.Options("relay");
        options.Ephemeral = false;
        options.DataDirectory = Path.Combine(typeof(ServerProgramTests).Assembly.Location, "data");

        var status = await new ServerProgram(options, terminal: null, _output, _error).RunAsync();

        Assert.Equal(ServerProgram.Failed, status);
        Assert.StartsWith("confab: The data directory ", _error.ToString(), StringComparison.Ordinal);
        Assert.Single(_error.ToString().Trim().Split('\n'));
    }
}
