namespace Confab.Server.Tests.Dialects;

/// <summary>The historic alias client: answers <c>NICK</c>, puts <c>tom: </c> in front of every line, and bears nothing but ASCII.</summary>
[Collection(SocketCollection.Name)]
public sealed class AliasSocketTests
{
    private const string NotHere = "The client you are trying to chat with is not in the server";

    [Fact]
    public async Task Everybody_reads_who_joined_and_the_list_has_them_in_the_order_of_joining()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var tom = await room.EnterAliasAsync("tom");
        await using var jerry = await room.EnterAliasAsync("jerry");
        Assert.Equal("jerry joined!", await tom.ReadAsync());
        await using var micky = await room.EnterAliasAsync("micky");
        Assert.Equal("micky joined!", await tom.ReadAsync());
        Assert.Equal("micky joined!", await jerry.ReadAsync());

        await tom.SendAsync("tom: /users");

        Assert.Equal($"{SocketRoom.Watcher},tom,jerry,micky", await tom.ReadAsync());
    }

    [Fact]
    public async Task A_direct_message_reaches_one_and_a_broadcast_everybody_with_the_sender()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var tom = await room.EnterAliasAsync("tom");
        await using var micky = await room.EnterAliasAsync("micky");
        Assert.Equal("micky joined!", await tom.ReadAsync());

        await tom.SendAsync("tom: /dm micky hello from tom");
        Assert.Equal("tom: hello from tom", await micky.ReadAsync());
        await tom.SendAsync("tom: /dm nobody hi");
        Assert.Equal(NotHere, await tom.ReadAsync());
        await tom.SendAsync("tom: /bm hello everyone");
        Assert.Equal("tom: hello everyone", await tom.ReadAsync());
        Assert.Equal("tom: hello everyone", await micky.ReadAsync());
        await tom.SendAsync("tom: no command");
        Assert.Equal("tom: no command", await tom.ReadAsync());
        Assert.Equal("tom: no command", await micky.ReadAsync());
        await room.Watch.ReadUntilAsync("<tom> no command\n");
    }

    [Fact]
    public async Task Quit_is_told_to_the_others_and_the_connection_is_reset()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var tom = await room.EnterAliasAsync("tom");
        await using var micky = await room.EnterAliasAsync("micky");
        Assert.Equal("micky joined!", await tom.ReadAsync());

        await tom.SendAsync("tom: /quit");

        Assert.Equal("tom left!", await micky.ReadAsync());
        Assert.Equal(("", true), await tom.ReadToEndAsync());
    }

    [Fact]
    public async Task Closing_without_a_word_is_told_to_the_others_too()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var tom = await room.EnterAliasAsync("tom");
        await using var micky = await room.EnterAliasAsync("micky");

        tom.Reset();

        Assert.Equal("tom left!", await micky.ReadAsync());
    }

    [Fact]
    public async Task A_direct_message_crosses_doors_both_ways()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var tom = await room.EnterAliasAsync("tom");
        await using var relay = await room.EnterAsync("relay");

        await tom.SendAsync($"tom: /dm {relay.Port} psst");
        Assert.Equal("tom:(private) psst", await relay.ReadAsync());
        await tom.SendAsync($"tom: /dm {SocketRoom.Watcher} psst");
        await room.Watch.ReadUntilAsync("(private) <tom> psst\n");
        await room.Watch.SendAsync("/msg tom naïve?\n");
        Assert.Equal($"{SocketRoom.Watcher}: na?ve?", await tom.ReadAsync());
    }

    [Fact]
    public async Task When_the_server_stops_the_goodbye_comes_alone_and_then_a_reset()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var tom = await room.EnterAliasAsync("tom");
        await tom.SendAsync("tom: last");
        await room.Watch.ReadUntilAsync("last\n");

        await room.Server.StopAsync();

        Assert.Equal("tom: last", await tom.ReadAsync());
        Assert.Equal("Server is shutting down. Goodbye!", await tom.ReadAsync());
        Assert.Equal(("", true), await tom.ReadToEndAsync());
    }

    [Fact]
    public async Task A_line_session_reads_utf8_lines_and_ends_in_the_ordinary_way()
    {
        await using var room = await SocketRoom.OpenAsync();
        await using var nc = await room.Server.ConnectAsync("alias");
        Assert.Equal("NICK", await nc.ReadAsync());

        await nc.SendAsync("René\n");
        Assert.Equal("René joined!\nConnected to server!\n", await nc.ReadUntilAsync("server!\n"));
        await nc.SendAsync("grüezi\n");
        Assert.Equal("René: grüezi\n", await nc.ReadUntilAsync("\n"));
        await nc.SendAsync("/quit\n");

        Assert.Equal(("", false), await nc.ReadToEndAsync());
    }
}
