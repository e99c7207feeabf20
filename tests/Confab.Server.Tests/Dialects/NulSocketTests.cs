using System.Text;
using Confab.Testing;

namespace Confab.Server.Tests.Dialects;

/// <summary>The historic nul client: every message ends with a NUL byte, both ways.</summary>
[Collection(SocketCollection.Name)]
public sealed class NulSocketTests
{
    [Fact]
    public async Task Messages_carry_the_peers_address_and_end_with_a_nul()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("nul");
        await using var b = await room.EnterAsync("nul");

        await a.SendAsync("Hi from client 1\0");

        Assert.Equal($"('127.0.0.1', {a.Port}): Hi from client 1\0", await b.ReadAsync());
        await b.SendAsync("\0Hi from client 2\0");
        Assert.Equal($"('127.0.0.1', {b.Port}): Hi from client 2\0", await a.ReadAsync());
    }

    [Fact]
    public async Task Several_messages_in_one_packet_and_one_in_many_arrive_whole()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("nul");
        await using var b = await room.EnterAsync("nul");
        var from = $"('127.0.0.1', {a.Port}): ";
        var long1 = string.Concat(Enumerable.Repeat("ab漢c\n", 3_000)) + "end";

        await a.SendAsync("one\0two\0three\0");
        foreach (var one in Encoding.UTF8.GetBytes("wörld\0"))
        {
            await a.SendAsync([one]);
        }

        await a.SendAsync($"{long1}\0");

        var expected = Encoding.UTF8.GetBytes($"{from}one\0{from}two\0{from}three\0{from}wörld\0{from}{long1}\0");
        Assert.Equal(expected, await b.ReadExactlyAsync(expected.Length));
    }

    [Fact]
    public async Task Q_leaves_and_the_others_hear_nothing_of_it()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("nul");
        await using var b = await room.EnterAsync("nul");

        await a.SendAsync("q\0");

        Assert.Equal(("", false), await a.ReadToEndAsync());
        await room.SeesAsync($"{a.Port}", there: false);
        await room.Watch.SendAsync("anybody?\n");
        Assert.Equal($"{SocketRoom.Watcher}: anybody?\0", await b.ReadAsync());
    }

    [Fact]
    public async Task Where_leaves_are_announced_the_others_hear_of_both_ways_to_go()
    {
        await using var room = await SocketRoom.OpenAsync(new TestServerOptions { Dialect = options => options with { AnnounceLeaves = true } });
        await using var a = await room.EnterAsync("nul");
        await using var b = await room.EnterAsync("nul");
        await using var c = await room.EnterAsync("nul");

        await a.SendAsync("q\0");
        Assert.Equal($"('127.0.0.1', {a.Port}) left\0", await c.ReadAsync());
        await b.DisposeAsync();
        Assert.Equal($"('127.0.0.1', {b.Port}) left\0", await c.ReadAsync());
    }

    [Fact]
    public async Task With_echo_a_member_hears_itself_as_the_historic_server_had_it()
    {
        await using var room = await SocketRoom.OpenAsync(new TestServerOptions { Dialect = options => options with { Echo = true } });
        await using var a = await room.EnterAsync("nul");

        await a.SendAsync("hello?\0");

        Assert.Equal($"('127.0.0.1', {a.Port}): hello?\0", await a.ReadAsync());
    }

    [Fact]
    public async Task A_message_beyond_the_bound_is_answered_and_ends_the_session()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("nul");
        await using var b = await room.EnterAsync("nul");

        await a.SendAsync(new string('x', (64 * 1024) + 1));

        Assert.Equal(("message too long\0", false), await a.ReadToEndAsync());
        await room.SeesAsync($"{a.Port}", there: false);
        await room.Watch.SendAsync("next\n");
        Assert.Equal($"{SocketRoom.Watcher}: next\0", await b.ReadAsync());
    }

    [Fact]
    public async Task A_tail_without_its_nul_is_dropped_when_the_client_closes()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var a = await room.EnterAsync("nul");
        await using var b = await room.EnterAsync("nul");

        await a.SendAsync("whole\0half");
        a.HalfClose();

        Assert.Equal($"('127.0.0.1', {a.Port}): whole\0", await b.ReadAsync());
        Assert.Equal(("", false), await a.ReadToEndAsync());
        await room.Watch.SendAsync("next\n");
        Assert.Equal($"{SocketRoom.Watcher}: next\0", await b.ReadAsync());
    }
}
