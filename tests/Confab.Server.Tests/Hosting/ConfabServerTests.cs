using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Confab.Dialects;
using Confab.Server.Configuration;
using Confab.Server.Hosting;
using Confab.Storage;
using Confab.Storage.Memory;
using Confab.Testing.Sockets;

namespace Confab.Server.Tests.Hosting;

public sealed class ConfabServerTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("confab-server-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Every_dialect_can_have_a_door_on_a_port_that_the_system_chooses()
    {
        await using var server = await Servers.StartAsync();

        Assert.Equal(DialectCatalog.Names, server.Doors.Select(door => door.Dialect.Name));
        Assert.All(server.Doors, door => Assert.NotEqual(0, door.EndPoint.Port));
        Assert.Empty(server.ClosedDoors);
    }

    [Fact]
    public async Task What_one_door_says_reaches_another()
    {
        await using var server = await Servers.StartAsync();
        await using var relay = await SocketClient.ConnectAsync(server.EndPoint("relay"));
        await using var nul = await SocketClient.ConnectAsync(server.EndPoint("nul"));
        await using var alias = await SocketClient.ConnectAsync(server.EndPoint("alias"));
        await alias.ReadUntilAsync("NICK");
        await alias.SendAsync("tom");
        await alias.ReadUntilAsync("Connected to server!");

        await alias.SendAsync("tom: hello");

        await relay.ReadUntilAsync("tom:hello");
        await nul.ReadUntilAsync("tom: hello\0");
    }

    [Fact]
    public async Task Stopping_says_each_dialects_goodbye_and_is_over_within_two_seconds()
    {
        await using var server = await Servers.StartAsync();
        await using var relay = await SocketClient.ConnectAsync(server.EndPoint("relay"));
        await using var console = await SocketClient.ConnectAsync(server.EndPoint("console"));
        await using var text = await SocketClient.ConnectAsync(server.EndPoint("text"));
        await console.ReadUntilAsync("Welcome to this chat room! Type exit to leave.");
        await text.SendAsync("bob\n");
        await text.ReadUntilAsync("You are bob");
        await relay.SendAsync("here");
        await text.ReadUntilAsync("here\n");

        var watch = Stopwatch.StartNew();
        await server.StopAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(("exit", true), await relay.ReadToEndAsync());
        Assert.EndsWith("Server is shutting down. Goodbye!", (await console.ReadToEndAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("shutting down", (await text.ReadToEndAsync()).Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SocketException>(() => SocketClient.ConnectAsync(server.EndPoint("relay")));
    }

    [Fact]
    public async Task A_session_that_reads_nothing_does_not_hold_up_the_stop()
    {
        var options = Servers.Options("text", "relay");
        options.Connections.StopTimeout = TimeSpan.FromMilliseconds(300);
        await using var server = await ConfabServer.StartAsync(options);
        await using var deaf = await SocketClient.ConnectAsync(server.EndPoint("text"));
        await using var loud = await SocketClient.ConnectAsync(server.EndPoint("relay"));
        await deaf.SendAsync("deaf\n");
        await deaf.ReadUntilAsync("You are deaf");
        for (var i = 0; i < 40; i++)
        {
            await loud.SendAsync(new string('x', 60_000) + "\n");
        }

        var watch = Stopwatch.StartNew();
        await server.StopAsync();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(0, server.SessionCount);
    }

    [Fact]
    public async Task A_default_door_whose_port_is_taken_stays_closed_and_the_others_open()
    {
        using var taken = new TakenPort();
        var options = Servers.Options("text", "relay");
        options.Listeners[1].Port = taken.Port;
        options.Listeners[1].IsDefault = true;

        await using var server = await ConfabServer.StartAsync(options);

        Assert.Equal("text", Assert.Single(server.Doors).Dialect.Name);
        var closed = Assert.Single(server.ClosedDoors);
        Assert.Equal($"port {taken.Port} on 127.0.0.1 is taken by another program", closed.Reason);
        Assert.Contains(StartBlock.Lines(server), line => line.StartsWith("  relay  closed ", StringComparison.Ordinal) && line.EndsWith(closed.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_door_that_was_asked_for_and_cannot_open_stops_the_start_and_leaves_nothing_running()
    {
        using var taken = new TakenPort();
        using var log = new MemoryMessageLog();
        var free = FreePort();
        var options = Servers.Options("text", "relay");
        options.Listeners[0].Port = free;
        options.Listeners[1].Port = taken.Port;

        var refusal = await Assert.ThrowsAsync<ServerStartException>(() => ConfabServer.StartAsync(options, new ServerParts { Log = log }));

        Assert.StartsWith($"The relay door cannot open: port {taken.Port} on 127.0.0.1 is taken", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SocketException>(() => SocketClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, free)));
    }

    [Fact]
    public async Task A_server_without_any_open_door_does_not_start()
    {
        using var taken = new TakenPort();
        var options = Servers.Options("text");
        options.Listeners[0].Port = taken.Port;
        options.Listeners[0].IsDefault = true;

        var refusal = await Assert.ThrowsAsync<ServerStartException>(() => ConfabServer.StartAsync(options));

        Assert.StartsWith("None of the default doors could open: text, port", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_server_on_the_same_data_directory_is_refused_until_the_first_has_stopped()
    {
        ServerOptions Options()
        {
            var options = Servers.Options("text");
            options.Ephemeral = false;
            options.DataDirectory = Path.Combine(_directory, "data");
            return options;
        }

        await using var first = await ConfabServer.StartAsync(Options());
        await Assert.ThrowsAsync<LogOpenException>(() => ConfabServer.StartAsync(Options()));

        await first.StopAsync();

        await using var second = await ConfabServer.StartAsync(Options());
        Assert.Single(second.Doors);
    }

    [Fact]
    public async Task History_survives_a_restart()
    {
        var options = Servers.Options("text", "relay");
        options.Ephemeral = false;
        options.DataDirectory = Path.Combine(_directory, "data");
        await using (var first = await ConfabServer.StartAsync(options))
        {
            await using var relay = await SocketClient.ConnectAsync(first.EndPoint("relay"));
            await using var text = await SocketClient.ConnectAsync(first.EndPoint("text"));
            await text.SendAsync("bob\n");
            await text.ReadUntilAsync("You are bob");
            await relay.SendAsync("the kettle is on");
            await text.ReadUntilAsync("the kettle is on");
        }

        await using var second = await ConfabServer.StartAsync(options);
        await using var later = await SocketClient.ConnectAsync(second.EndPoint("text"));
        await later.SendAsync("ann\n");
        await later.ReadUntilAsync("the kettle is on");
    }

    private static int FreePort()
    {
        using var taken = new TakenPort();
        return taken.Port;
    }
}
