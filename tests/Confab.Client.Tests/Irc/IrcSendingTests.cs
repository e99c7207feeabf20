using Confab.Client.Events;
using Confab.Client.Irc;
using Confab.Protocols.Irc;

namespace Confab.Client.Tests.Irc;

public sealed class IrcSendingTests : IrcClientTestBase
{
    [Fact]
    public async Task A_send_returns_when_the_server_has_echoed_it_with_its_id_and_time()
    {
        var (client, peer) = await ConnectAsync();
        var sending = client.SendAsync("#tea", "hello", cancellationToken: Cancel);
        var said = await peer.ExpectAsync("PRIVMSG");
        Assert.False(sending.IsCompleted);
        await peer.EchoAsync(said, 7);

        Assert.Equal(new CommittedMessage("#tea", "id7", DateTimeOffset.UnixEpoch.AddSeconds(7)), await sending);
        var heard = await NextAsync<MessageHeard>(client);
        Assert.Equal(("hello", "id7", true, false), (heard.Entry.Text, heard.Entry.Id, heard.IsOwn, heard.IsReplayed));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Answers_find_their_questions_in_any_order()
    {
        var (client, peer) = await ConnectAsync();
        var sendings = new[] { "one", "two", "three" }.Select(text => client.SendAsync("#tea", text, cancellationToken: Cancel)).ToList();
        var said = new List<IrcMessage>();
        foreach (var _ in sendings)
        {
            said.Add(await peer.ExpectAsync("PRIVMSG"));
        }

        await peer.EchoAsync(said[2], 3);
        await peer.RefuseAsync(said[0], "404 alice #tea :You are banned");
        await peer.EchoAsync(said[1], 2);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => sendings[0]);
        Assert.Equal(("404", "You are banned"), (refused.Code, refused.Message));
        Assert.Equal(["id2", "id3"], (await Task.WhenAll(sendings[1..])).Select(sent => sent.Id));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Keys_of_a_client_have_one_token_and_rise()
    {
        var (client, peer) = await ConnectAsync();
        var sendings = new[] { client.SendAsync("#tea", "a", cancellationToken: Cancel), client.SendAsync("&cellar", "b", IrcMessageKind.Notice, Cancel) };
        var first = await peer.ExpectAsync("PRIVMSG");
        var second = await peer.ExpectAsync("NOTICE");
        await peer.EchoAsync(first, 1);
        await peer.EchoAsync(second, 2);
        await Task.WhenAll(sendings);

        var token = first.Tag("+confab.chat/key")![..32];
        Assert.Matches("^[0-9a-f]{32}$", token);
        Assert.Equal($"{token}:1", first.Tag("+confab.chat/key"));
        Assert.Equal($"{token}:2", second.Tag("+confab.chat/key"));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task An_action_goes_out_in_its_frame_and_comes_in_without()
    {
        var (client, peer) = await ConnectAsync();
        var sending = client.SendAsync("#tea", "pours", IrcMessageKind.Action, Cancel);
        var said = await peer.ExpectAsync("PRIVMSG");
        await peer.EchoAsync(said, 1);
        await sending;
        var heard = await NextAsync<MessageHeard>(client);

        Assert.Equal("\x01" + "ACTION pours\x01", said.Parameters[1]);
        Assert.Equal(("pours", IrcMessageKind.Action), (heard.Entry.Text, heard.Entry.Kind));
        await client.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    [InlineData("a carriage\rreturn")]
    public async Task What_is_not_one_line_is_not_sent(string text)
    {
        var (client, _) = await ConnectAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync("#tea", text, cancellationToken: Cancel));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task The_longest_line_is_sent_whole_and_a_longer_one_is_not()
    {
        var (client, peer) = await ConnectAsync();
        var longest = new string('x', 512 - "PRIVMSG #tea :\r\n".Length);
        var sending = client.SendAsync("#tea", longest, cancellationToken: Cancel);
        var said = await peer.ExpectAsync("PRIVMSG");
        await peer.EchoAsync(said, 1);
        await sending;

        Assert.Equal(longest, said.Parameters[1]);
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync("#tea", longest + "x", cancellationToken: Cancel));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_question_is_answered_with_all_its_lines()
    {
        var (client, peer) = await ConnectAsync();
        var asking = client.AskAsync(new IrcMessage("WHOIS", "bob"), cancellationToken: Cancel);
        await peer.AnswerAsync(await peer.ExpectAsync("WHOIS"), ":test 311 alice bob b h * :Bob", ":test 318 alice bob :End of WHOIS");

        Assert.Equal(["311", "318"], (await asking).Select(line => line.Command));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task History_is_read_by_pages()
    {
        var (client, peer) = await ConnectAsync();
        var reading = client.ReadHistoryAsync("#tea", before: HistoryReference.Of("id9"), limit: 2, cancellationToken: Cancel);
        var question = await peer.ExpectAsync("CHATHISTORY");
        await peer.PageAsync(question, 7, 8);
        var page = await reading;
        var readingMore = client.ReadHistoryAsync("#tea", HistoryReference.Of("id9"), HistoryReference.At(DateTimeOffset.UnixEpoch), 5, Cancel);
        var between = await peer.ExpectAsync("CHATHISTORY");
        await peer.PageAsync(between, 1);

        Assert.Equal(["BEFORE", "#tea", "msgid=id9", "2"], question.Parameters);
        Assert.Equal(["id7", "id8"], page.Messages.Select(entry => entry.Id));
        Assert.True(page.MayHaveMore);
        Assert.Equal(["BETWEEN", "#tea", "timestamp=1970-01-01T00:00:00.000Z", "msgid=id9", "5"], between.Parameters);
        Assert.False((await readingMore).MayHaveMore);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_room_that_one_is_led_on_to_is_the_one_that_was_entered()
    {
        var (client, peer) = await ConnectAsync();
        var joining = client.JoinAsync("#full", "secret", Cancel);
        var join = await peer.ExpectAsync("JOIN");
        await peer.AnswerAsync(join, ":test 470 alice #full #tea :Forwarding", ":alice!a@h JOIN #tea", ":test 332 alice #tea :Leaves");

        Assert.Equal(["#full", "secret"], join.Parameters);
        Assert.Equal(new EnteredIrcRoom("#tea", "Leaves"), await joining);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_shown_once()
    {
        var (client, peer) = await EnterAsync(last: 0);
        await peer.SayAsync(1);
        await peer.SayAsync(1);
        await peer.SayAsync(2);

        Assert.Equal(Ids(1, 2), await ShownAsync(client, 2));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Saying_goodbye_ends_the_client()
    {
        var (client, peer) = await ConnectAsync();
        var quitting = client.QuitAsync("tea is ready", Cancel);
        var quit = await peer.ExpectAsync("QUIT");
        await peer.SendAsync(":test ERROR :Closing link");
        peer.Dispose();
        await quitting;

        Assert.Equal("tea is ready", quit.Parameters[0]);
        Assert.Equal([typeof(Connected), typeof(Ended)], (await client.ReadEventsAsync(Cancel).ToListAsync(Cancel)).Select(happened => happened.GetType()));
    }
}
