using System.Text;
using Confab.Server.Tests.Engine;
using Confab.Testing;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Dialects;

/// <summary>A person with <c>nc</c> or <c>telnet</c>.</summary>
public sealed class TextTests : IDisposable
{
    private const string Greeting = "* Welcome to Confab. Type a nickname and press Enter.\n";

    private readonly MemoryServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void The_first_line_is_the_nickname_and_then_come_the_history_and_who_is_here()
    {
        var ann = Enter("ann");
        for (var i = 1; i <= 25; i++)
        {
            ann.Send($"line {i}\n");
        }

        var bob = _server.Connect("text");
        Assert.Equal(Greeting, bob.Text());
        bob.Send("bob\r\n");

        var lines = bob.Text().Split('\n');
        Assert.Equal(Enumerable.Range(6, 20).Select(i => $"[2026-01-01 12:00] <ann> line {i}"), lines[..20]);
        Assert.Equal("* You are bob in #lobby. 2 here: ann, bob. /help lists the commands.", lines[20]);
        Assert.Equal("* bob joined\n", ann.Text());
    }

    [Theory]
    [InlineData("ann", "* ann is in use or looks like a nickname in use. How about ann2?\n")]
    [InlineData("ANN", "* ANN is in use or looks like a nickname in use. How about ANN2?\n")]
    [InlineData("Server", "* Server is in use or looks like a nickname in use. How about Server2?\n")]
    public void A_nickname_that_is_taken_is_answered_with_another(string wanted, string answer)
    {
        Enter("ann");
        var bob = _server.Connect("text");
        bob.Messages();

        bob.Send($"{wanted}\n");
        Assert.Equal(answer, bob.Text());
        bob.Send("bob\n");

        Assert.StartsWith("* You are bob in #lobby.", bob.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words", "two_words")]
    [InlineData("#tea", "tea")]
    [InlineData("", "guest")]
    [InlineData("/nick", "nick")]
    public void A_nickname_that_is_not_possible_is_answered_with_one_that_is(string wanted, string offered)
    {
        var bob = _server.Connect("text");
        bob.Messages();

        bob.Send($"{wanted}\n");

        Assert.Matches($@"^\* The nickname .*How about {offered}\?\n$", bob.Text());
    }

    [Fact]
    public void Help_ping_and_quit_need_no_nickname()
    {
        var bob = _server.Connect("text");
        bob.Messages();

        bob.Send("/help\n/ping x\n/quit\n");

        Assert.Matches(@"^\* /help - (.*\n)+\* pong x\n\* Goodbye\.\n$", bob.Text());
        Assert.True(bob.Wire.IsEnded);
    }

    [Fact]
    public void A_script_may_send_all_its_lines_at_once()
    {
        var ann = Enter("ann");
        var script = _server.Connect("text");

        script.Send("bob\nhello\n/quit\n");

        Assert.Equal(Greeting + "* You are bob in #lobby. 2 here: ann, bob. /help lists the commands.\n* Goodbye.\n", script.Text());
        Assert.Equal("* bob joined\n<bob> hello\n* bob left\n", ann.Text());
        Assert.True(script.Wire.IsEnded);
        Assert.False(script.Wire.WasReset);
    }

    [Theory]
    [InlineData("hello", "<bob> hello\n")]
    [InlineData("/me waves", "* bob waves\n")]
    [InlineData("/ME waves", "* bob waves\n")]
    [InlineData("//usr/bin", "<bob> /usr/bin\n")]
    [InlineData("/topic two sugars", "* bob set the topic: two sugars\n")]
    [InlineData("/topic -", "* bob cleared the topic\n")]
    [InlineData("/nick robert", "* bob is now robert\n")]
    [InlineData("/part lunch now", "* bob left (lunch now)\n")]
    [InlineData("/part #lobby lunch", "* bob left (lunch)\n")]
    [InlineData("/quit good night", "* bob left (good night)\n")]
    [InlineData("/msg ann psst", "(private) <bob> psst\n")]
    [InlineData("/msg ANN psst", "(private) <bob> psst\n")]
    [InlineData("   ", "")]
    [InlineData("", "")]
    [InlineData("/nope", "")]
    [InlineData("/kick ann", "")]
    public void What_one_line_comes_to_is_one_line_for_the_others(string line, string heard)
    {
        var ann = Enter("ann");
        var bob = Enter("bob");
        ann.Messages();

        bob.Send($"{line}\n");

        Assert.Equal(heard, ann.Text());
    }

    [Theory]
    [InlineData("hello", "")]
    [InlineData("/topic two sugars", "* The topic is set.\n")]
    [InlineData("/topic", "* #lobby has no topic.\n")]
    [InlineData("/nick robert", "* You are now robert.\n")]
    [InlineData("/nick ann", "* ann is in use or looks like a nickname in use. How about ann2?\n")]
    [InlineData("/nick", "* Usage: /nick NAME\n")]
    [InlineData("/who", "* #lobby: 2 here: ann, bob.\n")]
    [InlineData("/who #tea", "* You are not in #tea. Join it to see who is there.\n")]
    [InlineData("/join", "* Usage: /join #ROOM\n")]
    [InlineData("/join #tea", "* You are in #tea, and speak there. 1 here: bob (operator).\n")]
    [InlineData("/list", "* #lobby, 2 members\n")]
    [InlineData("/part", "* You left #lobby and are in no room. /join #lobby to talk.\n")]
    [InlineData("/history", "* No messages.\n")]
    [InlineData("/history x", "* Usage: /history [n]\n")]
    [InlineData("/history 0", "* Usage: /history [n]\n")]
    [InlineData("/search kettle", "* Nothing found for: kettle\n")]
    [InlineData("/search", "* Usage: /search words\n")]
    [InlineData("/msg ann psst", "(private to ann) <bob> psst\n")]
    [InlineData("/msg nobody psst", "* Nobody here is called 'nobody'. See who is here, then try again.\n")]
    [InlineData("/msg ann", "* Usage: /msg NAME text\n")]
    [InlineData("/me", "* Usage: /me text\n")]
    [InlineData("/kick ann", "* Only an operator of #lobby may remove somebody from it.\n")]
    [InlineData("/ping", "* pong\n")]
    [InlineData("/ping a b", "* pong a b\n")]
    [InlineData("/nope", "* There is no command /nope. /help lists them; a message that begins with a slash needs two.\n")]
    [InlineData("/quit", "* Goodbye.\n")]
    public void Every_command_is_answered(string line, string answer)
    {
        Enter("ann");
        var bob = Enter("bob");

        bob.Send($"{line}\n");

        Assert.Equal(answer, bob.Text());
    }

    [Fact]
    public void A_service_answers_when_the_password_has_been_hashed()
    {
        var bob = Enter("bob");

        bob.Send("/msg NickServ REGISTER sesame\n");

        Assert.Contains("The account bob is registered", bob.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_lists_every_command_of_the_documentation()
    {
        var bob = Enter("bob");

        bob.Send("/help\n");

        Assert.Equal(
            ["help", "nick", "msg", "me", "join", "part", "list", "who", "topic", "history", "search", "kick", "ping", "quit"],
            bob.Text().Split("* /").Skip(1).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void A_second_room_has_its_name_in_front_and_takes_what_is_said_until_it_is_left()
    {
        var ann = Enter("ann");
        var bob = Enter("bob");
        ann.Send("/join #tea\n");
        bob.Send("/join #tea\nin the tea room\n/part #tea\nin the lobby\n");

        Assert.EndsWith("#tea * bob joined\n#tea <bob> in the tea room\n#tea * bob left\n<bob> in the lobby\n", ann.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_of_every_room_a_line_is_refused_and_says_what_to_do()
    {
        var bob = Enter("bob");

        bob.Send("/part\nhello?\n/join #lobby\nhello\n/who\n");

        var text = bob.Text();
        Assert.StartsWith("* You left #lobby and are in no room. /join #lobby to talk.\n* You are in no room. /join #lobby to talk.\n", text, StringComparison.Ordinal);
        Assert.EndsWith("* #lobby: 1 here: bob.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_opened_a_room_may_remove_others_from_it_who_then_speak_elsewhere()
    {
        var ann = Enter("ann");
        var bob = Enter("bob");
        ann.Send("/join #tea\n");
        bob.Send("/join #tea\n");
        bob.Messages();
        ann.Messages();

        ann.Send("/kick bob no milk\n");

        Assert.Equal("* bob was removed from #tea.\n", ann.Text());
        Assert.Equal("* You were removed from #tea by ann: no milk.\n", bob.Text());
        bob.Send("in the lobby\n");
        Assert.Equal("<bob> in the lobby\n", ann.Text());
    }

    [Fact]
    public void History_and_search_show_times_and_rooms()
    {
        var bob = Enter("bob");
        bob.Send("the kettle is on\n/me pours\n/topic two sugars\n");
        bob.Messages();

        bob.Send("/history 2\n");
        Assert.Equal("[2026-01-01 12:00] * bob pours\n[2026-01-01 12:00] * bob set the topic: two sugars\n* 2 messages, and there are more.\n", bob.Text());
        bob.Send("/search KETT\n");
        Assert.Equal("[2026-01-01 12:00] #lobby <bob> the kettle is on\n* 1 message found, newest first.\n", bob.Text());
    }

    [Fact]
    public void Telnets_negotiation_is_refused_and_not_shown_however_it_is_cut()
    {
        var ann = Enter("ann");
        byte[] talk =
        [
            0xFF, 0xFB, 0x18, 0xFF, 0xFD, 0x01, 0xFF, 0xFA, 0x18, 0x00, .. "xterm"u8, 0xFF, 0xF0, .. "bob\r\0he"u8,
            0xFF, 0xF1, .. "llo\r\n/qu"u8, 0xFF, 0xFF, .. "it\r\n"u8,
        ];
        byte[] answers = [0xFF, 0xFE, 0x18, 0xFF, 0xFC, 0x01];
        for (var cut = 1; cut < talk.Length; cut++)
        {
            var bob = _server.Connect("text");
            bob.Messages();
            bob.Send(talk[..cut]);
            bob.Send(talk[cut..]);

            var read = bob.Wire.Take().SelectMany(bytes => bytes).ToArray();
            Assert.Equal(answers, read[..6]);
            Assert.EndsWith(
                "* You are bob in #lobby. 2 here: ann, bob. /help lists the commands.\n* Goodbye.\n",
                Encoding.UTF8.GetString(read[6..]),
                StringComparison.Ordinal);
            Assert.Equal("* bob joined\n<bob> hello\n* bob left\n", ann.Text());
        }
    }

    [Fact]
    public void A_line_that_is_too_long_is_answered_and_the_session_lives_on()
    {
        var ann = Enter("ann");
        var bob = Enter("bob");
        ann.Messages();
        bob.Messages();

        bob.Send(new string('x', 70_000));
        bob.Send(new string('x', 70_000) + "\nshort\n");

        Assert.Equal("* That line is too long and was not taken. Cut it into shorter ones.\n", bob.Text());
        Assert.Equal("<bob> short\n", ann.Text());
    }

    [Fact]
    public void A_last_line_without_its_end_counts_when_the_person_ends_their_side()
    {
        var ann = Enter("ann");
        ann.Send("the kettle is on\n");
        ann.Messages();
        var bob = _server.Connect("text");
        bob.Send("bob\nhello\n/search kettle");

        bob.HalfClose();

        Assert.EndsWith("<ann> the kettle is on\n* 1 message found, newest first.\n* Goodbye.\n", bob.Text(), StringComparison.Ordinal);
        Assert.Equal("* bob joined\n<bob> hello\n* bob left\n", ann.Text());
    }

    [Fact]
    public void A_script_that_searches_and_leaves_in_one_packet_sees_what_was_found()
    {
        using var log = new HeldLog();
        using var server = new MemoryServer(log: log);
        var ann = server.Connect("text");
        ann.Send("ann\nthe kettle is on\n");
        var bob = server.Connect("text");

        bob.Send("bob\n/search kettle\n/history\n/quit\nnever said\n");

        Assert.EndsWith(
            "* 1 message found, newest first.\n[2026-01-01 12:00] <ann> the kettle is on\n* 1 message.\n* Goodbye.\n", bob.Text(), StringComparison.Ordinal);
        Assert.EndsWith("* bob joined\n* bob left\n", ann.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_last_line_without_its_end_does_not_count_when_the_connection_breaks()
    {
        var ann = Enter("ann");
        var bob = Enter("bob");
        ann.Messages();

        bob.Send("half a sent");
        bob.Vanish();

        Assert.Equal("* bob left\n", ann.Text());
    }

    [Theory]
    [InlineData("/\u001b[31m\u0007")]
    [InlineData("/search \u001b[31m")]
    [InlineData("/ping \u001b[31m")]
    [InlineData("/msg \u001b[31m x")]
    [InlineData("/join #\u001b[31m")]
    [InlineData("/nick \u001b[31m")]
    [InlineData("/topic \u001b[31mx")]
    [InlineData("/part #lobby \u001b[31mx")]
    [InlineData("/me \u001b[31mx\u009b")]
    [InlineData("/quit \u001b[31mx")]
    [InlineData("/history \u001b")]
    [InlineData("x\u001b]0;title\u0007")]
    public void No_control_character_that_came_from_a_member_ever_comes_out(string line)
    {
        var ann = Enter("ann");
        var bob = _server.Connect("text");
        bob.Send("\u001b[31m\n");
        bob.Send("bob\n");

        bob.Send($"{line}\n/topic\n/history\n");

        foreach (var text in new[] { ann.Text(), bob.Text() })
        {
            Assert.DoesNotContain(text, one => char.IsControl(one) && one != '\n');
        }
    }

    [Fact]
    public void Silence_for_thirty_seconds_ends_only_that_session_and_says_why()
    {
        var ann = Enter("ann");
        var silent = _server.Connect("text");

        _server.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(Greeting + "* No nickname came within 30 seconds. Connect again.\n* Goodbye.\n", silent.Text());
        Assert.True(silent.Wire.IsEnded);
        Assert.True(ann.IsOpen);
        Assert.Empty(ann.Messages());
    }

    [Fact]
    public void A_server_that_stops_says_goodbye()
    {
        var ann = Enter("ann");
        var silent = _server.Connect("text");

        _server.Stop();

        Assert.Equal("* The server is shutting down. Goodbye!\n", ann.Text());
        Assert.Equal(Greeting + "* The server is shutting down. Goodbye!\n", silent.Text());
        Assert.False(ann.Wire.WasReset);
    }

    [Fact]
    public void A_room_other_than_the_lobby_may_be_a_doors_own()
    {
        using var server = new MemoryServer(new TestServerOptions { Dialect = options => options with { Room = TestServerOptions.Room("#ops") } });
        var bob = server.Connect("text");

        bob.Send("bob\n");

        Assert.Contains("* You are bob in #ops.", bob.Text(), StringComparison.Ordinal);
    }

    private MemoryClient Enter(string nickname)
    {
        var client = _server.Connect("text");
        client.Send($"{nickname}\n");
        client.Messages();
        return client;
    }
}
