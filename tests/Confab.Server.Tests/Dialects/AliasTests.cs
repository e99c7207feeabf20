using Confab.Testing.Memory;

namespace Confab.Server.Tests.Dialects;

public sealed class AliasTests : IDisposable
{
    private readonly MemoryServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public void The_clients_own_prefix_is_stripped_and_a_forged_one_is_only_text()
    {
        var tom = Enter("tom");
        var jerry = Enter("jerry");

        Say(tom, "tom: hello");
        Say(tom, "jerry: /quit");
        Say(tom, "tom: tom: twice");
        Say(tom, "tom: ");

        Assert.Equal(["tom: hello", "tom: jerry: /quit", "tom: tom: twice"], jerry.Messages());
        Assert.True(jerry.IsOpen);
    }

    [Fact]
    public void A_taken_alias_is_replaced_by_another_and_told_and_the_clients_prefix_stays_what_it_thinks()
    {
        Enter("tom");
        var second = _server.Connect("alias");
        second.Messages();

        second.Send("tom");
        _server.Settle();
        Assert.Equal(
            ["tom2 joined!", "That alias is in use or not possible here. You are tom2.", "Connected to server!"], second.Messages());
        Say(second, "tom: hello");

        Assert.Equal(["tom2: hello"], second.Messages());
    }

    [Theory]
    [InlineData("two words", "two_words")]
    [InlineData("bell\u0007", "bell")]
    [InlineData("/users", "users")]
    [InlineData("a:b", "ab")]
    [InlineData("NICK", "NICK_")]
    [InlineData("nick", "NICK_")]
    [InlineData(" NICK", "NICK_")]
    [InlineData("-NICK", "NICK_")]
    [InlineData("\u0001NICK", "NICK_")]
    [InlineData("NICK\u200B", "NICK_")]
    [InlineData("!!!", "guest")]
    public void An_impossible_alias_is_made_possible_and_told(string wanted, string given)
    {
        var client = _server.Connect("alias");
        Assert.Equal(["NICK"], client.Messages());

        client.Send(wanted);
        _server.Settle();

        Assert.Equal(
            [$"{given} joined!", $"That alias is in use or not possible here. You are {given}.", "Connected to server!"],
            client.Messages());
    }

    [Fact]
    public void An_alias_that_is_too_long_is_cut()
    {
        var client = _server.Connect("alias");
        client.Messages();

        client.Send(new string('x', 500));
        _server.Settle();

        Assert.Equal($"{new string('x', 32)} joined!", client.Messages()[0]);
    }

    [Fact]
    public void An_empty_alias_in_a_line_session_becomes_a_guest()
    {
        var client = _server.Connect("alias");
        client.Messages();

        client.Send("\n");

        Assert.Equal("guest joined!\nThat alias is in use or not possible here. You are guest.\nConnected to server!\n", client.Text());
    }

    [Theory]
    [InlineData("/USERS", "tom,jerry")]
    [InlineData("/Users", "tom,jerry")]
    [InlineData("/dM jerry x", null)]
    [InlineData("/BM all", "tom: all")]
    [InlineData("/dm", "Usage: /dm ALIAS text")]
    [InlineData("/dm jerry", "Usage: /dm ALIAS text")]
    [InlineData("/bm", "Usage: /bm text")]
    [InlineData("/bm   ", "Usage: /bm text")]
    [InlineData("/nope", "Unknown command. /help lists the commands.")]
    [InlineData("/", "Unknown command. /help lists the commands.")]
    public void Commands_count_in_any_case_and_wrong_ones_get_one_line(string command, string? answer)
    {
        var tom = Enter("tom");
        Enter("jerry");
        tom.Messages();

        Say(tom, $"tom: {command}");

        Assert.Equal(answer is null ? [] : [answer], tom.Messages());
    }

    [Fact]
    public void Help_lists_the_five_commands_a_line_each_in_one_message()
    {
        var tom = Enter("tom");

        Say(tom, "tom: /HELP");

        var lines = Assert.Single(tom.Messages()).Split('\n');
        Assert.Equal(["/dm", "/bm", "/users", "/help", "/quit"], lines.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Who_does_not_answer_is_closed_after_30_seconds_without_a_word_and_nobody_else_is_touched()
    {
        var tom = Enter("tom");
        _server.Advance(TimeSpan.FromSeconds(10));
        var silent = _server.Connect("alias");
        var line = _server.Connect("alias");
        Assert.Equal(["NICK"], silent.Messages());
        line.Send("ann\n");
        tom.Messages();

        _server.Advance(TimeSpan.FromSeconds(29));
        Assert.True(silent.IsOpen);
        _server.Advance(TimeSpan.FromSeconds(2));

        Assert.True(silent.Wire.WasReset);
        Assert.Empty(silent.Messages());
        Assert.True(line.IsOpen);
        Assert.True(tom.IsOpen);
        Assert.Empty(tom.Messages());
    }

    [Fact]
    public void Whatever_is_not_ascii_is_a_question_mark_and_names_are_spelled_and_can_be_answered()
    {
        var tom = Enter("tom");
        var rene = _server.Connect("text");
        rene.Send("René\nnaïve 漢 😀!\n/me öffnet\n/topic ünnötig\n");
        _server.Settle();

        var read = tom.Messages();
        Assert.Equal(3, read.Count);
        var name = read[0].Split(' ')[0];
        Assert.Matches("^Rene-[0-9]+$", name);
        Assert.Equal([$"{name} joined!", $"{name}: na?ve ? ?!", $"{name}: * ?ffnet"], read);

        Say(tom, $"tom: /dm {name} bonjour");
        Assert.EndsWith("(private) <tom> bonjour\n", rene.Text(), StringComparison.Ordinal);
        rene.Send("/nick Renée\n/part\n");
        _server.Settle();
        Assert.All(tom.Messages(), message => Assert.True(message.All(char.IsAscii), message));
    }

    [Fact]
    public void Quiet_doors_make_no_line_when_they_come_and_go()
    {
        var tom = Enter("tom");

        foreach (var door in new[] { "relay", "console", "nul", "operator" })
        {
            _server.Connect(door).Vanish();
        }

        _server.Settle();
        Assert.Empty(tom.Messages());
    }

    private MemoryClient Enter(string alias)
    {
        var client = _server.Connect("alias");
        client.Send(alias);
        _server.Settle();
        Assert.Equal("Connected to server!", client.Messages()[^1]);
        return client;
    }

    private void Say(MemoryClient client, string text)
    {
        client.Send(text);
        _server.Settle();
    }
}
