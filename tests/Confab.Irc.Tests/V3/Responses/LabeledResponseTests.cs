namespace Confab.Irc.Tests.V3.Responses;

/// <summary>Answers that say what they answer (labeled-response).</summary>
public sealed class LabeledResponseTests
{
    // Tags: one line of answer carries the label itself.
    [Theory]
    [InlineData("PING token", "PONG")]
    [InlineData("TIME", "391")]
    [InlineData("CAP LIST", "CAP")]
    [InlineData("AWAY :tea", "306")]
    [InlineData("NICK alicia", "NICK")]
    [InlineData("PRIVMSG nobody :hi", "401")]
    [InlineData("JOIN", "461")]
    [InlineData("PRIVMSG", "411")]
    [InlineData("NONSENSE", "421")]
    [InlineData("USERHOST alice", "302")]
    [InlineData("ISON alice", "303")]
    [InlineData("TOPIC #nowhere", "403")]
    public async Task A_single_line_carries_the_label(string line, string command)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch");
        var answer = Assert.Single(await alice.AskAsync($"@label=abc {line}"));
        Assert.Equal(command, answer.Command);
        Assert.Equal("abc", answer.Tags["label"]);
        Assert.DoesNotContain("batch", answer.Tags.Keys);
    }

    // The ACK response: where a command has no answer.
    [Theory]
    [InlineData("PONG token")]
    [InlineData("PRIVMSG bob :hi")]
    [InlineData("NOTICE bob :hi")]
    [InlineData("NOTICE nobody :hi")]
    [InlineData("@+foo TAGMSG bob")]
    [InlineData("MONITOR - bob")]
    [InlineData("MONITOR C")]
    [InlineData("CAP END")]
    public async Task A_command_without_an_answer_is_acknowledged(string line)
    {
        await using var server = await IrcServer.StartAsync();
        await server.RegisterAsync("bob");
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch", "message-tags");
        var tagged = line.StartsWith('@') ? $"@label=abc;{line[1..]}" : $"@label=abc {line}";
        var answer = Assert.Single(await alice.AskAsync(tagged));
        Assert.Equal("ACK", answer.Command);
        Assert.Empty(answer.Parameters);
        Assert.Equal(IrcServer.Name, answer.Source);
        Assert.Equal("abc", answer.Tags["label"]);
    }

    // Tags: several lines are one batch, whose start alone has the label.
    [Theory]
    [InlineData("WHOIS alice", "311", "318")]
    [InlineData("WHO alice", "352", "315")]
    [InlineData("LUSERS", "251", "255")]
    [InlineData("VERSION", "351", "005")]
    [InlineData("LIST", "323", "")]
    [InlineData("JOIN #room", "JOIN", "366")]
    [InlineData("NAMES #here", "353", "366")]
    [InlineData("MODE #here", "324", "329")]
    public async Task Several_lines_come_in_one_batch(string line, string first, string last)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#here", "alice", "labeled-response", "batch");
        var replies = await alice.AskAsync($"@label=xyz {line}");
        var batch = replies.Batch("labeled-response");
        Assert.Equal("xyz", batch.Start.Tags["label"]);
        Assert.Equal(IrcServer.Name, batch.Start.Source);
        Assert.Equal(batch.Lines.Count + 2, replies.Count);
        Assert.All(replies.Skip(1), reply => Assert.DoesNotContain("label", reply.Tags.Keys));
        Assert.DoesNotContain("batch", batch.End.Tags.Keys);
        Assert.Contains(batch.Lines, reply => reply.Command == first);
        Assert.True(last.Length == 0 || batch.Lines.Any(reply => reply.Command == last));
    }

    // batch, The BATCH verb: letters, digits and hyphens.
    [Fact]
    public async Task The_reference_of_a_batch_has_only_letters_digits_and_hyphens()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch");
        var batch = (await alice.AskAsync("@label=xyz WHOIS alice")).Batch("labeled-response");
        Assert.All(batch.Reference, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter == '-'));
        Assert.Equal(2, batch.Start.Parameters.Count);
        Assert.Single(batch.End.Parameters);
    }

    // Tags: the echo of a message is its answer.
    [Theory]
    [InlineData("PRIVMSG #room :hi")]
    [InlineData("NOTICE #room :hi")]
    [InlineData("PRIVMSG bob :hi")]
    [InlineData("TAGMSG #room")]
    public async Task The_echo_carries_the_label_and_others_do_not_see_it(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "labeled-response", "batch", "echo-message", "message-tags");
        var bob = await server.EnterAsync("#room", "bob", "labeled-response", "batch", "message-tags");
        await alice.SyncAsync();
        var echo = Assert.Single(await alice.AskAsync($"@label=abc;+foo=bar {line}"));
        Assert.Equal(("abc", "bar"), (echo.Tags["label"], echo.Tags["+foo"]));
        var seen = Assert.Single(await bob.SyncAsync());
        Assert.DoesNotContain("label", seen.Tags.Keys);
        Assert.Equal(echo.Tags["msgid"], seen.Tags["msgid"]);
    }

    // Tags: several echoes are several lines.
    [Fact]
    public async Task Several_echoes_come_in_one_batch()
    {
        await using var server = await IrcServer.StartAsync();
        await server.RegisterAsync("bob");
        await server.RegisterAsync("carol");
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch", "echo-message");
        var batch = (await alice.AskAsync("@label=abc PRIVMSG bob,carol :hi")).Batch("labeled-response");
        Assert.Equal(2, batch.Lines.Count);
    }

    // Tags: of a message to oneself only the echo is an answer.
    [Theory]
    [InlineData("PRIVMSG")]
    [InlineData("NOTICE")]
    public async Task A_message_to_oneself_is_labeled_once(string command)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch", "echo-message");
        var copies = (await alice.AskAsync($"@label=abc {command} alice :note")).All(command);
        Assert.Equal(2, copies.Count);
        Assert.Single(copies, copy => copy.Tags.GetValueOrDefault("label") == "abc");
        Assert.Single(copies, copy => !copy.Tags.ContainsKey("label") && !copy.Tags.ContainsKey("batch"));
    }

    // Tags: without an echo the delivery to oneself is no answer, so there is an ACK.
    [Fact]
    public async Task A_message_to_oneself_without_an_echo_is_acknowledged()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch");
        var replies = await alice.AskAsync("@label=abc PRIVMSG alice :note");
        Assert.DoesNotContain("label", replies.One("PRIVMSG").Tags.Keys);
        Assert.Equal("abc", replies.One("ACK").Tags["label"]);
    }

    // Tags: where nothing was asked, nothing is labeled.
    [Theory]
    [InlineData("PING token")]
    [InlineData("WHOIS alice")]
    [InlineData("PONG token")]
    public async Task Without_a_label_nothing_changes(string line)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch");
        var replies = await alice.AskAsync(line);
        replies.Lacks("ACK", "BATCH");
        Assert.All(replies, reply => Assert.DoesNotContain("label", reply.Tags.Keys));
    }

    // Capabilities: only for those who asked.
    [Fact]
    public async Task Without_the_capability_a_label_means_nothing()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "message-tags", "batch");
        Assert.DoesNotContain("label", (await alice.AskAsync("@label=abc PING token")).One("PONG").Tags.Keys);
        (await alice.AskAsync("@label=abc PONG token")).AreNone();
    }

    // Tag value: opaque, at most 64 bytes.
    [Theory]
    [InlineData("a")]
    [InlineData("mixed-CASE_and.other:signs")]
    [InlineData(@"with\sspace\:and\\more")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public async Task A_label_comes_back_as_it_was(string label)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch");
        var answer = (await alice.AskAsync($"@label={label} PING token")).One("PONG");
        Assert.Contains($"label={label}", answer.Raw.Split(' ')[0][1..].Split(';'));
    }

    // Tag value: a longer one is no label; what it stands before is done all the same.
    [Fact]
    public async Task A_label_of_more_than_64_bytes_is_not_repeated()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch");
        var replies = await alice.AskAsync($"@label={new string('x', 65)} PING token");
        Assert.All(replies, reply => Assert.DoesNotContain("label", reply.Tags.Keys));
    }

    // Tags: a required value.
    [Fact]
    public async Task A_label_without_a_value_is_no_label()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch");
        (await alice.AskAsync("@label PONG token")).AreNone();
        Assert.DoesNotContain("label", (await alice.AskAsync("@label= PING token")).One("PONG").Tags.Keys);
    }

    // standard-replies, Message Format: FAIL is labeled too.
    [Fact]
    public async Task A_standard_reply_carries_the_label()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.RegisterAsync("alice", "labeled-response", "batch", "draft/chathistory");
        Assert.Equal("abc", (await alice.AskAsync("@label=abc CHATHISTORY NONSENSE #room * 5")).One("FAIL").Tags["label"]);
    }

    // Batch types: an existing type is labeled itself, or nested in one that is.
    [Fact]
    public async Task A_history_is_labeled_in_one_place()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "labeled-response", "batch", "draft/chathistory", "message-tags");
        await alice.AskAsync("PRIVMSG #room :one");
        var replies = await alice.AskAsync("@label=abc CHATHISTORY LATEST #room * 5");
        Assert.Equal("abc", Assert.Single(replies, reply => reply.Tags.ContainsKey("label")).Tags["label"]);
        Assert.Equal(["one"], replies.Batch("chathistory").Texts);
    }

    // Tags: what others do meanwhile is no part of the answer.
    [Fact]
    public async Task A_label_is_never_shown_to_others()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "labeled-response", "batch");
        var bob = await server.EnterAsync("#room", "bob", "labeled-response", "batch", "message-tags");
        await alice.AskAsync("@label=1 TOPIC #room :tea", "@label=2 MODE #room +m", "@label=3 NICK alicia", "@label=4 PART #room");
        var seen = await bob.SyncAsync();
        Assert.Equal(["TOPIC", "MODE", "NICK", "PART"], seen.Commands);
        Assert.All(seen, line => Assert.DoesNotContain("label", line.Tags.Keys));
    }

    // Tags: a labeled deed that everybody sees is the answer to who did it.
    [Theory]
    [InlineData("TOPIC #room :tea", "TOPIC")]
    [InlineData("MODE #room +m", "MODE")]
    [InlineData("PART #room", "PART")]
    [InlineData("KICK #room bob", "KICK")]
    [InlineData("INVITE carol #room", "341")]
    [InlineData("SETNAME :New Name", "SETNAME")]
    public async Task A_deed_is_its_own_answer(string line, string command)
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", "labeled-response", "batch", "setname");
        await server.EnterAsync("#room", "bob");
        await server.RegisterAsync("carol");
        await alice.SyncAsync();
        var replies = await alice.AskAsync($"@label=abc {line}");
        var labeled = Assert.Single(replies, reply => reply.Tags.GetValueOrDefault("label") == "abc");
        Assert.True(labeled == replies.One(command) || (labeled.Command == "BATCH" && replies.One(command).Tags["batch"] == labeled[0][1..]), replies.ToString());
    }
}
