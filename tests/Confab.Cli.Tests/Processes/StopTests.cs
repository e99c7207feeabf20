using Confab.Testing.Sockets;

namespace Confab.Cli.Tests.Processes;

/// <summary>How the real server ends, and when it does not even begin.</summary>
public sealed class StopTests
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_the_server_with_status_0_and_a_goodbye_on_every_door(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill(1).");
        using var data = new TemporaryData();
        await using var server = ConfabProcess.Serve(data.Path);
        await using var text = await SocketClient.ConnectAsync(await server.DoorAsync("text"));
        await text.SendAsync("ann\n/ping here\n");
        await text.ReadUntilAsync("* pong here");
        await using var relay = await SocketClient.ConnectAsync(await server.DoorAsync("relay"));
        await relay.SendAsync("me too");
        await text.ReadUntilAsync("me too");

        await server.SignalAsync(signal);

        Assert.Equal("exit", await relay.ReadAsync());
        Assert.Contains("Goodbye", (await text.ReadToEndAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(0, await server.StatusAsync());
    }

    [Fact]
    public async Task A_server_without_a_terminal_reads_its_files_again_on_SIGHUP_and_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent by kill(1).");
        using var data = new TemporaryData();
        await using var server = ConfabProcess.Serve(data.Path);
        await using var text = await SocketClient.ConnectAsync(await server.DoorAsync("text"));
        await text.SendAsync("ann\n/ping here\n");
        await text.ReadUntilAsync("* pong here");

        await server.SignalAsync("HUP");

        await server.WaitForTextAsync("reads again");
        await text.SendAsync("/ping still here\n");
        await text.ReadUntilAsync("* pong still here");
    }

    [Fact]
    public async Task Exit_at_the_console_ends_the_server_with_status_0()
    {
        using var data = new TemporaryData();
        await using var server = ConfabProcess.Serve(data.Path, "--console");
        await using var relay = await SocketClient.ConnectAsync(await server.DoorAsync("relay"));
        await server.WaitForTextAsync("New connection from");

        await server.TypeAsync("good evening");
        Assert.Equal("Server:good evening", await relay.ReadAsync());
        await server.TypeAsync("exit");

        Assert.Equal("exit", await relay.ReadAsync());
        Assert.Equal(0, await server.StatusAsync());
    }

    [Fact]
    public async Task The_end_of_the_consoles_input_does_not_end_the_server()
    {
        using var data = new TemporaryData();
        await using var server = ConfabProcess.Serve(data.Path, "--console");
        var door = await server.DoorAsync("text");

        server.EndInput();

        await using var text = await SocketClient.ConnectAsync(door);
        await text.SendAsync("ann\n/ping here\n");
        await text.ReadUntilAsync("* pong here");
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_is_refused_and_the_first_goes_on()
    {
        using var data = new TemporaryData();
        await using var first = ConfabProcess.Serve(data.Path);
        var door = await first.DoorAsync("text");

        await using var second = ConfabProcess.Serve(data.Path);

        Assert.Equal(1, await second.StatusAsync());
        Assert.Contains(data.Path, second.Output, StringComparison.Ordinal);
        await using var text = await SocketClient.ConnectAsync(door);
        await text.SendAsync("ann\n/ping here\n");
        await text.ReadUntilAsync("* pong here");
    }

    [Fact]
    public async Task A_door_that_was_asked_for_and_is_taken_stops_the_start()
    {
        using var data = new TemporaryData();
        using var otherData = new TemporaryData();
        await using var first = ConfabProcess.Serve(data.Path);
        var taken = (await first.DoorAsync("text")).Port;

        await using var second = ConfabProcess.Run("serve", "--data", otherData.Path, "--listen", $"text=127.0.0.1:{taken}");

        Assert.Equal(1, await second.StatusAsync());
        Assert.Contains($"{taken}", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_does_not_exist_stops_the_start_with_status_2()
    {
        await using var server = ConfabProcess.Run("serve", "--ephemeral", "--set", "limits.mesageBytes=1000");

        Assert.Equal(2, await server.StatusAsync());
        Assert.Contains("limits.messageBytes", server.Output, StringComparison.Ordinal);
    }
}
