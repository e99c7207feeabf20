using Confab.Client.Events;

namespace Confab.Client.Tests.Irc;

public sealed class IrcLostConnectionTests : IrcClientTestBase
{
    [Fact]
    public async Task A_message_that_was_not_echoed_is_sent_again_with_the_same_key()
    {
        var (client, first) = await ConnectAsync();
        var sendings = new[] { "one", "two", "three" }.Select(text => client.SendAsync("#tea", text, cancellationToken: Cancel)).ToList();
        await first.EchoAsync(await first.ExpectAsync("PRIVMSG"), 1);
        var lost = await first.ExpectAsync("PRIVMSG");
        await first.ExpectAsync("PRIVMSG");
        await sendings[0];
        first.Break();

        using var second = await AcceptAsync();
        await second.WelcomeAsync();
        var again = await second.ExpectAsync("PRIVMSG");
        await second.EchoAsync(again, 2);
        await second.EchoAsync(await second.ExpectAsync("PRIVMSG"), 3);

        Assert.Equal((lost.Tag("+confab.chat/key"), "two"), (again.Tag("+confab.chat/key"), again.Parameters[1]));
        Assert.Equal(["id1", "id2", "id3"], (await Task.WhenAll(sendings)).Select(sent => sent.Id));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task What_was_said_to_a_person_is_not_sent_again()
    {
        var (client, first) = await ConnectAsync();
        var telling = client.SendAsync("bob", "psst", cancellationToken: Cancel);
        Assert.Null((await first.ExpectAsync("PRIVMSG")).Tag("+confab.chat/key"));
        first.Break();

        var lost = await Assert.ThrowsAsync<ConnectionLostException>(() => telling);

        Assert.Contains("may or may not have been done", lost.Message, StringComparison.Ordinal);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task What_was_missed_is_read_page_by_page_ahead_of_what_is_new()
    {
        var (client, first) = await EnterAsync(last: 4);
        await first.SayAsync(5);
        Assert.Equal(Ids(5), await ShownAsync(client, 1));
        first.Break();

        using var second = await ReturnAsync();
        var question = await second.ExpectAsync("CHATHISTORY");
        await second.SayAsync(11);
        await second.PageAsync(question, 6, 7, 8);
        var next = await second.ExpectAsync("CHATHISTORY");
        await second.SayAsync(12);
        await second.PageAsync(next, 9, 10, 11);
        await second.SayAsync(13);

        Assert.Equal(["AFTER", "#tea", "msgid=id5", "3"], question.Parameters);
        Assert.Equal("msgid=id8", next.Parameters[2]);
        Assert.Equal(Ids(6, 7, 8, 9, 10, 11, 12, 13), await ShownAsync(client, 8));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task What_is_said_before_the_room_is_entered_again_waits_for_the_history()
    {
        var (client, first) = await EnterAsync(last: 1);
        first.Break();
        using var second = await AcceptAsync();
        await second.WelcomeAsync();
        var join = await second.ExpectAsync("JOIN");
        await second.SayAsync(3);
        await second.AcknowledgeAsync(join);
        await second.PageAsync(await second.ExpectAsync("CHATHISTORY"), 2, 3);

        Assert.Equal(Ids(2, 3), await ShownAsync(client, 2));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_page_that_was_cut_by_the_end_of_the_connection_is_read_again()
    {
        var (client, first) = await EnterAsync(last: 1);
        first.Break();
        var second = await ReturnAsync();
        var question = await second.ExpectAsync("CHATHISTORY");
        await second.SendAsync($"@label={question.Tag("label")} :test BATCH +1 chathistory #tea");
        await second.SendAsync("@batch=1;msgid=id2 :bob!b@h PRIVMSG #tea :half a page");
        second.Break();

        using var third = await ReturnAsync();
        var again = await third.ExpectAsync("CHATHISTORY");
        await third.PageAsync(again, 2, 3);
        await third.PageAsync(await third.ExpectAsync("CHATHISTORY"));
        await third.SayAsync(4);

        Assert.Equal("msgid=id1", again.Parameters[2]);
        Assert.Equal(Ids(2, 3, 4), await ShownAsync(client, 3));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task In_a_room_that_was_empty_everything_is_news()
    {
        var (client, first) = await EnterAsync(last: 0);
        first.Break();
        using var second = await ReturnAsync();
        var question = await second.ExpectAsync("CHATHISTORY");
        await second.PageAsync(question, 1);
        await second.PageAsync(await second.ExpectAsync("CHATHISTORY"));

        Assert.Equal("timestamp=1970-01-01T00:00:00.000Z", question.Parameters[2]);
        Assert.Equal(Ids(1), await ShownAsync(client, 1));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_message_that_the_server_no_longer_knows_is_replaced_by_its_time()
    {
        var (client, first) = await EnterAsync(last: 4);
        await first.SayAsync(5);
        Assert.Equal(Ids(5), await ShownAsync(client, 1));
        first.Break();
        using var second = await ReturnAsync();
        await second.RefuseAsync(await second.ExpectAsync("CHATHISTORY"), "FAIL CHATHISTORY INVALID_MSGREFTYPE AFTER msgid=id5 :No such message");
        var question = await second.ExpectAsync("CHATHISTORY");
        await second.PageAsync(question, 5, 6);
        await second.PageAsync(await second.ExpectAsync("CHATHISTORY"));

        Assert.Equal("timestamp=1970-01-01T00:00:04.999Z", question.Parameters[2]);
        Assert.Equal(Ids(6), await ShownAsync(client, 1));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task History_that_cannot_be_read_is_reported_ahead_of_what_follows()
    {
        var (client, first) = await EnterAsync(last: 4);
        first.Break();
        using var second = await ReturnAsync();
        var question = await second.ExpectAsync("CHATHISTORY");
        await second.SayAsync(9);
        await second.RefuseAsync(question, "FAIL CHATHISTORY MESSAGE_ERROR AFTER #tea :The messages could not be read");

        Assert.Equal(new HistoryMissed("#tea", "The messages could not be read"), await NextAsync<HistoryMissed>(client));
        Assert.Equal(Ids(9), await ShownAsync(client, 1));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task An_own_message_that_comes_back_as_history_and_as_echo_is_shown_once_and_as_own()
    {
        var (client, first) = await EnterAsync(last: 4);
        var sending = client.SendAsync("#tea", "mine", cancellationToken: Cancel);
        await first.ExpectAsync("PRIVMSG");
        first.Break();

        using var second = await AcceptAsync();
        await second.BeginAsync();
        await second.ExpectAsync("CAP");
        await second.SendAsync(":test 433 * alice :Nickname is already in use");
        Assert.Equal("alice2", (await second.ExpectAsync("NICK")).Parameters[0]);
        await second.GreetAsync("alice2");
        var (join, resent) = (await second.ExpectAsync("JOIN"), await second.ExpectAsync("PRIVMSG"));
        await second.AnswerAsync(join, ":alice2!a@h JOIN #tea");
        var question = await second.ExpectAsync("CHATHISTORY");
        await second.SendAsync($"@label={question.Tag("label")} :test BATCH +1 chathistory #tea");
        await second.SendAsync("@batch=1;msgid=id5 :alice!a@h PRIVMSG #tea :mine\r\n:test BATCH -1");
        await second.EchoAsync(resent, 5, "alice2");
        await second.PageAsync(await second.ExpectAsync("CHATHISTORY"));
        await second.SayAsync(6);

        Assert.Equal("id5", (await sending).Id);
        var (own, next) = (await NextAsync<MessageHeard>(client), await NextAsync<MessageHeard>(client));
        Assert.Equal(("id5", true), (own.Entry.Id, own.IsOwn));
        Assert.Equal(("id6", false), (next.Entry.Id, next.IsOwn));
        Assert.Equal("alice2", client.Nickname);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_room_that_is_closed_to_the_client_meanwhile_is_reported()
    {
        var (client, first) = await EnterAsync(last: 0);
        first.Break();
        using var second = await AcceptAsync();
        await second.WelcomeAsync();
        await second.RefuseAsync(await second.ExpectAsync("JOIN"), "474 alice #tea :Cannot join channel (+b)");

        Assert.Equal(new RoomLost("#tea", "474", "Cannot join channel (+b)"), await NextAsync<RoomLost>(client));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_room_that_the_client_was_kicked_from_is_not_entered_again()
    {
        var (client, first) = await EnterAsync(last: 0);
        await first.SendAsync(":bob!b@h KICK #TEA Alice :Out");
        await first.SendAsync("PING :are-you-there");
        await first.ExpectAsync("PONG");
        first.Break();
        using var second = await AcceptAsync();
        await second.WelcomeAsync();
        var pinging = client.PingAsync(Cancel);
        await second.AcknowledgeAsync(await second.ExpectAsync("PING"));

        await pinging;
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_vanished_without_a_word_is_noticed()
    {
        var (client, first) = await ConnectAsync(Options with { PingAfter = TimeSpan.FromMilliseconds(30) });
        await first.ExpectAsync("PING");

        var lost = await NextAsync<ConnectionLost>(client);

        Assert.StartsWith("the server has not answered for 0.03 s", lost.Reason, StringComparison.Ordinal);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task What_the_server_said_last_is_why_the_connection_was_lost()
    {
        var (client, first) = await ConnectAsync();
        await first.SendAsync("ERROR :Closing link: restart");
        first.Dispose();

        Assert.Equal(new ConnectionLost("Closing link: restart"), await NextAsync<ConnectionLost>(client));
        using var second = await AcceptAsync();
        await second.WelcomeAsync();
        Assert.Equal(new Connected("alice", Again: true), await NextAsync<Connected>(client));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task The_nickname_that_was_taken_on_is_asked_for_again()
    {
        var (client, first) = await ConnectAsync();
        var renaming = client.RenameAsync("alicia", Cancel);
        var rename = await first.ExpectAsync("NICK");
        await first.SendAsync($"@label={rename.Tag("label")} :alice!a@h NICK alicia");
        await renaming;
        first.Break();
        using var second = await AcceptAsync();

        Assert.Equal("alicia", await second.BeginAsync());
        await client.DisposeAsync();
    }
}
