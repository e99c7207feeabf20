using System.Text;

namespace Confab.Irc.Tests.Lines;

public sealed class LineLengthTests
{
    // ERR_INPUTTOOLONG (417)
    [Theory]
    [InlineData(512)]
    [InlineData(600)]
    [InlineData(5000)]
    public async Task An_input_line_beyond_512_bytes_is_417_and_not_carried_out(int bytes)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var head = "PRIVMSG bob :";

        var replies = await alice.AskAsync(head + new string('x', bytes + 1 - 2 - head.Length));

        Assert.Equal("alice", replies.One("417")[0]);
        Assert.Equal(2, replies.One("417").Parameters.Count);
        (await bob.SyncAsync()).Lacks("PRIVMSG");
    }

    // Message Format: 512 bytes with CR LF are a whole line
    [Fact]
    public async Task An_input_line_of_512_bytes_is_carried_out()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var head = "PRIVMSG bob :";

        (await alice.AskAsync(head + new string('x', 510 - head.Length))).Lacks("417");

        Assert.StartsWith(new string('x', 300), (await bob.SyncAsync()).All("PRIVMSG")[0][1], StringComparison.Ordinal);
    }

    // ERR_INPUTTOOLONG (417): the next line is read again
    [Fact]
    public async Task The_line_after_an_overlong_one_is_carried_out()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");

        await alice.SendAsync(new string('y', 20_000));
        await alice.SendAsync("PING after");

        Assert.Equal("417", (await alice.ReadAsync()).Command);
        Assert.Equal("PONG confab.local after", (await alice.ReadAsync()).Said);
    }

    // ERR_INPUTTOOLONG (417), before registration too
    [Fact]
    public async Task An_overlong_line_before_registration_is_417()
    {
        await using var server = await IrcServer.StartAsync();
        var client = await server.ConnectAsync();

        var replies = await client.AskAsync($"USER {new string('z', 600)} 0 * :Z");

        Assert.Equal("*", replies.One("417")[0]);
    }

    // Message Format: what the server adds may make a line too long; it is cut, between characters
    [Theory]
    [InlineData("a", "é")]
    [InlineData("", "é")]
    [InlineData("a", "茶")]
    [InlineData("ab", "茶")]
    [InlineData("", "🍵")]
    [InlineData("a", "🍵")]
    [InlineData("ab", "🍵")]
    [InlineData("abc", "🍵")]
    public async Task A_long_text_is_cut_between_characters(string first, string character)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");
        var head = "PRIVMSG bob :" + first;
        var count = (510 - head.Length) / Encoding.UTF8.GetByteCount(character);

        await alice.AskAsync(head + string.Concat(Enumerable.Repeat(character, count)));
        var message = (await bob.SyncAsync()).All("PRIVMSG")[0];

        Assert.Empty(message[1][first.Length..].Replace(character, "", StringComparison.Ordinal));
        Assert.InRange(Encoding.UTF8.GetByteCount(message.Raw), 480, 510);
    }

    // RPL_NAMREPLY (353): a long list takes several lines, and nobody is missing
    [Fact]
    public async Task A_long_list_of_names_takes_several_lines()
    {
        await using var server = await IrcServer.StartAsync();
        // Letters that nobody takes for each other.
        var nicks = "abcdefghjkpqrstxyz".Select(letter => $"{letter}-with-a-long-nickname-here").ToList();
        var clients = await server.GatherAsync("#tea", [.. nicks]);

        var replies = await clients[0].AskAsync("NAMES #tea");

        Assert.InRange(replies.All("353").Count, 2, 18);
        var names = replies.All("353").SelectMany(line => line[3].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(nicks, names.Select(name => name.TrimStart('~', '&', '@', '%', '+')).Order(StringComparer.Ordinal));
        replies.One("366");
    }

    // UTF8ONLY; Character Encodings: an input line that is not UTF-8 is refused and not passed on
    [Fact]
    public async Task A_line_that_is_not_utf8_is_not_passed_on()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await alice.SendBytesAsync([.. "PRIVMSG bob :"u8, 0xE9, 0xFF, .. "\r\n"u8]);
        await alice.SyncAsync();

        (await bob.SyncAsync()).Lacks("PRIVMSG");
    }

    // Parameters: NUL is no part of a message
    [Fact]
    public async Task A_line_with_nul_does_not_pass_the_nul_on()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice");
        var bob = await server.RegisterAsync("bob");

        await alice.SendBytesAsync([.. "PRIVMSG bob :a"u8, 0, .. "b\r\n"u8]);
        await alice.SyncAsync();

        // The kit refuses every line with a NUL.
        await bob.SyncAsync();
    }
}
