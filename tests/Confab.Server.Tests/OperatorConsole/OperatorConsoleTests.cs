using Confab.Server.Hosting;
using Confab.Server.Tests.Hosting;
using Confab.Testing.Sockets;

namespace Confab.Server.Tests.OperatorConsole;

public sealed class OperatorConsoleTests : IAsyncLifetime
{
    private readonly ScriptedTerminal _operator = new();
    private ConfabServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await Servers.StartAsync(_operator);
        await _operator.SeesAsync(line => line.StartsWith("Server started on localhost: ", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Relay_members_are_shown_as_their_server_showed_them()
    {
        await using (var relay = await ConnectAsync("relay"))
        {
            Assert.Equal($"New connection from : ('127.0.0.1', {relay.Port})", await _operator.NextAsync());
            await relay.SendAsync("Hi!  ");
            Assert.Equal($"{relay.Port}:Hi!  ", await _operator.NextAsync());
        }

        Assert.Equal("Connection closed", await _operator.NextAsync());
    }

    [Fact]
    public async Task Console_members_are_shown_as_their_server_showed_them()
    {
        await using var console = await ConnectAsync("console");
        var name = $"('127.0.0.1', {console.Port})";
        Assert.Equal($"[NEW CONNECTION] {name} connected.", await _operator.NextAsync());

        await console.SendAsync("hello all");
        Assert.Equal($"<{name}> hello all", await _operator.NextAsync());

        await console.SendAsync("Goodbye!\n");
        Assert.Equal($"<{name}> Goodbye!", await _operator.NextAsync());
        Assert.Equal($"{name} has disconnected.", await _operator.NextAsync());
    }

    [Fact]
    public async Task Nul_members_are_counted_when_they_come_and_go()
    {
        await using var one = await ConnectAsync("nul");
        Assert.Equal("1 clients connected", await _operator.NextAsync());
        await using (var two = await ConnectAsync("nul"))
        {
            Assert.Equal("2 clients connected", await _operator.NextAsync());
            await two.SendAsync("a\nb\0");

            // Each line says whose it is, so nobody can write a line of somebody else's.
            Assert.Equal($"('127.0.0.1', {two.Port}): a", await _operator.NextAsync());
            Assert.Equal($"('127.0.0.1', {two.Port}): b", await _operator.NextAsync());
        }

        Assert.Equal("1 clients connected", await _operator.NextAsync());
    }

    [Fact]
    public async Task Alias_members_are_shown_by_their_alias()
    {
        await using var alias = await ConnectAsync("alias");
        await alias.ReadUntilAsync("NICK");
        await alias.SendAsync("tom");
        Assert.Equal("tom joined!", await _operator.NextAsync());

        await alias.SendAsync("tom: hello");
        Assert.Equal("tom: hello", await _operator.NextAsync());

        await alias.SendAsync("tom: /quit");
        Assert.Equal("tom left!", await _operator.NextAsync());
    }

    [Fact]
    public async Task Members_of_other_doors_and_rooms_are_shown_by_nickname_and_room()
    {
        await using var bob = await JoinTextAsync("bob");
        Assert.Equal("* bob joined #lobby", await _operator.NextAsync());

        await bob.SendAsync("hello\n/me waves\n/nick rob\n/join #tea\none lump\n/topic green tea\n/quit bye\n");

        Assert.Equal("<bob> hello", await _operator.NextAsync());
        Assert.Equal("* bob waves", await _operator.NextAsync());
        Assert.Equal("* bob is now rob", await _operator.NextAsync());
        Assert.Equal("* rob joined #tea", await _operator.NextAsync());
        Assert.Equal("#tea <rob> one lump", await _operator.NextAsync());
        Assert.Equal("* rob set the topic of #tea: green tea", await _operator.NextAsync());
        Assert.Equal("* rob left #lobby (bye)", await _operator.NextAsync());
        Assert.Equal("* rob left #tea (bye)", await _operator.NextAsync());
    }

    [Fact]
    public async Task Private_messages_between_others_are_not_shown()
    {
        await using var bob = await JoinTextAsync("bob");
        await using var ann = await JoinTextAsync("ann");
        await _operator.SeesAsync("* ann joined #lobby");

        await bob.SendAsync("/msg ann between us\n");
        await ann.ReadUntilAsync("between us");
        await bob.SendAsync("aloud\n");

        Assert.Equal("<bob> aloud", await _operator.NextAsync());
    }

    [Fact]
    public async Task What_the_operator_types_is_said_to_everybody_and_an_empty_line_is_not()
    {
        await using var console = await ConnectAsync("console");
        await using var bob = await JoinTextAsync("bob");
        await console.ReadUntilAsync("Welcome to this chat room! Type exit to leave.");
        await _operator.SeesAsync("* bob joined #lobby");

        _operator.Type("");
        _operator.Type("notice");
        _operator.Type("//etc is a directory");

        await console.ReadUntilAsync("<Server> notice");
        Assert.Equal("<Server> /etc is a directory", await console.ReadAsync());
        Assert.DoesNotContain("<Server> \n", await bob.ReadUntilAsync("/etc is a directory"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reply")]
    [InlineData("/msg")]
    public async Task The_operator_answers_one_person_and_is_answered(string command)
    {
        await using var bob = await JoinTextAsync("bob");
        await _operator.SeesAsync("* bob joined #lobby");

        _operator.Type($"{command} bob hello you");
        Assert.Equal("-> bob: hello you", await _operator.NextAsync());
        await bob.ReadUntilAsync("hello you");

        await bob.SendAsync("/msg Server hello back\n");
        Assert.Equal("(private) <bob> hello back", await _operator.NextAsync());
    }

    [Fact]
    public async Task A_waiting_client_of_the_operator_dialect_gets_the_reply()
    {
        await using var client = await ConnectAsync("operator");
        await client.SendAsync("hello from A");
        var line = await _operator.SeesAsync(shown => shown.EndsWith("hello from A", StringComparison.Ordinal));
        var name = line[1..line.IndexOf('>', StringComparison.Ordinal)];

        _operator.Type($"/reply {name} hello A");

        Assert.Equal("hello A", await client.ReadAsync());
    }

    [Fact]
    public async Task The_operator_sees_who_is_where()
    {
        await using var bob = await JoinTextAsync("bob");
        await bob.SendAsync("/join #tea\n");
        await _operator.SeesAsync("* bob joined #tea");

        _operator.Type("/who");
        Assert.Equal("1 in #lobby:", await _operator.NextAsync());
        Assert.Equal($"  bob (text from 127.0.0.1 port {bob.Port})", await _operator.NextAsync());
        _operator.Type("/who tea");
        Assert.Equal("1 in #tea:", await _operator.NextAsync());
        Assert.Equal($"  bob (text from 127.0.0.1 port {bob.Port}, room operator)", await _operator.NextAsync());
        _operator.Type("/rooms");
        Assert.Equal("  #lobby: 1 here", await _operator.NextAsync());
        Assert.Equal("  #tea: 1 here", await _operator.NextAsync());
        _operator.Type("/who #nowhere");
        Assert.Equal("! There is no room #nowhere. /rooms lists them.", await _operator.NextAsync());
    }

    [Fact]
    public async Task The_operator_removes_somebody_from_the_room()
    {
        await using var bob = await JoinTextAsync("bob");
        await _operator.SeesAsync("* bob joined #lobby");

        _operator.Type("/kick bob too loud");

        Assert.Equal("* bob was removed from #lobby by Server (too loud)", await _operator.NextAsync());
        await bob.ReadUntilAsync("too loud");
    }

    [Fact]
    public async Task The_operator_sets_shows_and_clears_the_topic()
    {
        await using var bob = await JoinTextAsync("bob");
        await _operator.SeesAsync("* bob joined #lobby");

        _operator.Type("/topic");
        Assert.Equal("#lobby has no topic.", await _operator.NextAsync());
        _operator.Type("/topic the kettle");
        Assert.Equal("* Server set the topic of #lobby: the kettle", await _operator.NextAsync());
        _operator.Type("/topic");
        Assert.Equal("The topic of #lobby, set by Server: the kettle", await _operator.NextAsync());
        _operator.Type("/topic -");
        Assert.Equal("* Server cleared the topic of #lobby", await _operator.NextAsync());
        await bob.ReadUntilAsync("the kettle");
    }

    [Theory]
    [InlineData("/shrug", "! There is no command /shrug. /help lists them.")]
    [InlineData("/msg nobody hi", "! Nobody here is called 'nobody'. See who is here, then try again.")]
    [InlineData("/msg bob", "! Usage: /msg NAME text")]
    [InlineData("/kick", "! Usage: /kick NAME [reason]")]
    [InlineData("/kick nobody", "! Nobody in #lobby is called 'nobody'.")]
    [InlineData("/who #a,b", "! The room name \"#a,b\" contains")]
    public async Task What_cannot_be_done_is_answered_with_the_reason(string line, string answer)
    {
        _operator.Type(line);

        Assert.StartsWith(answer, await _operator.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        _operator.Type("/help");

        foreach (var usage in (string[])["/reply NAME text", "/msg NAME text", "/who [#ROOM]", "/rooms", "/kick NAME [reason]", "/topic [text]", "/help", "exit"])
        {
            Assert.StartsWith($"  {usage} - ", await _operator.NextAsync(), StringComparison.Ordinal);
        }
    }

    private Task<SocketClient> ConnectAsync(string door) => SocketClient.ConnectAsync(_server.EndPoint(door));

    private async Task<SocketClient> JoinTextAsync(string nickname)
    {
        var client = await ConnectAsync("text");
        await client.SendAsync($"{nickname}\n");
        await client.ReadUntilAsync($"You are {nickname}");
        return client;
    }
}
