using Confab.Client.Events;
using Confab.Protocols.Json;

namespace Confab.Client.Tests.Json;

public sealed class LostConnectionTests : ChatClientTestBase
{
    [Fact]
    public async Task A_message_that_was_not_acknowledged_is_sent_again_with_the_same_token_and_key()
    {
        var opening = Client.Json.ChatClient.ConnectAsync(Options, Cancel);
        var first = await Server.AcceptAsync(Cancel);
        var firstHello = await first.WelcomeAsync();
        await using var client = await opening;
        var sayings = new[] { "one", "two", "three" }.Select(text => client.SayAsync("#tea", text, cancellationToken: Cancel)).ToList();
        await first.AnswerAsync(JsonTypes.Say, Sent(1));
        var lost = await first.ExpectAsync(JsonTypes.Say);
        await first.ExpectAsync(JsonTypes.Say);
        await sayings[0];
        first.Break();

        using var second = await Server.AcceptAsync(Cancel);
        var secondHello = await second.WelcomeAsync();
        var again = await second.AnswerAsync(JsonTypes.Say, Sent(2) with { Duplicate = true });
        await second.AnswerAsync(JsonTypes.Say, Sent(3));
        var sent = await Task.WhenAll(sayings);

        Assert.Equal(firstHello.Client, secondHello.Client);
        Assert.Equal((lost.Key, lost.Text), (again.Key, again.Text));
        Assert.Equal([(1, false), (2, true), (3, false)], sent.Select(message => (message.Number, message.IsDuplicate)));
    }

    [Fact]
    public async Task What_could_be_done_twice_is_not_sent_again()
    {
        var (client, first) = await ConnectAsync();
        var telling = client.TellAsync("bob", "psst", Cancel);
        await first.ExpectAsync(JsonTypes.Tell);
        first.Break();

        var lost = await Assert.ThrowsAsync<ConnectionLostException>(() => telling);

        Assert.Contains("may or may not have been done", lost.Message, StringComparison.Ordinal);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Questions_are_asked_again()
    {
        var (client, first) = await ConnectAsync();
        var asking = client.ListRoomsAsync(Cancel);
        await first.ExpectAsync(JsonTypes.Rooms);
        first.Break();
        using var second = await Server.AcceptAsync(Cancel);
        await second.WelcomeAsync();
        await second.AnswerAsync(JsonTypes.Rooms, new JsonEvent { Type = JsonTypes.Rooms, Rooms = [new JsonRoom { Room = "#tea" }] });

        Assert.Equal("#tea", Assert.Single(await asking).Room);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task What_happened_to_the_connection_is_reported_in_order()
    {
        var (client, first) = await ConnectAsync();
        Server.GoAway();
        await first.SendAsync(new JsonEvent { Type = JsonTypes.Bye, Reason = "The server is shutting down." });
        first.Dispose();
        Assert.Equal(new Connected("alice", Again: false), await NextAsync<Connected>(client));
        Assert.Equal(new ConnectionLost("The server is shutting down."), await NextAsync<ConnectionLost>(client));
        var waiting = await NextAsync<Reconnecting>(client);
        var waitingMore = await NextAsync<Reconnecting>(client);
        Server.Return();
        using var second = await Server.AcceptAsync(Cancel);
        await second.WelcomeAsync();

        Assert.Equal((1, null), (waiting.Attempt, waiting.Problem));
        Assert.Equal(2, waitingMore.Attempt);
        Assert.Contains("nothing listens there", waitingMore.Problem, StringComparison.Ordinal);
        Assert.Equal(new Connected("alice", Again: true), await NextAsync<Connected>(client));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task The_client_returns_to_its_rooms_and_misses_and_doubles_nothing()
    {
        var (client, first) = await ConnectAsync();
        var joining = client.JoinAsync("#tea", cancellationToken: Cancel);
        await first.AnswerAsync(JsonTypes.Join, Joined(4));
        await joining;
        await first.SendAsync(Message(5));
        await first.SendAsync(Message(6));
        Assert.Equal([5L, 6L], await ShownAsync(client, 2));
        first.Break();

        using var second = await Server.AcceptAsync(Cancel);
        await second.WelcomeAsync();
        var rejoin = await second.AnswerAsync(JsonTypes.Join, Joined(12));
        await second.SendAsync(Message(6));
        await second.SendAsync(Message(11));
        await second.SendAsync(Message(12));
        await second.SendAsync(Message(13));
        var questions = new List<JsonCommand>();
        while (questions.Count < 2)
        {
            // The gap is fetched as soon as it is seen, which may be before or behind the question whether the replay is over.
            var isPage = questions.Exists(question => question.Type == JsonTypes.Ping);
            questions.Add(isPage
                ? await second.AnswerAsync(JsonTypes.History, Page(more: true, 7, 8))
                : await second.AnswerAsync(JsonTypes.Ping, new JsonEvent { Type = JsonTypes.Pong }));
        }

        var rest = await second.AnswerAsync(JsonTypes.History, Page(more: false, 9, 10));

        Assert.Equal((6L, "#tea"), (rejoin.Since, rejoin.Room));
        Assert.Equal((6L, 11L), (questions[1].After, questions[1].Before));
        Assert.Equal((8L, 11L), (rest.After, rest.Before));
        Assert.Equal([7L, 8L, 9L, 10L, 11L, 12L, 13L], await ShownAsync(client, 7));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task An_own_message_that_comes_back_as_history_is_shown_once_and_as_own()
    {
        var (client, first) = await ConnectAsync();
        var joining = client.JoinAsync("#tea", cancellationToken: Cancel);
        await first.AnswerAsync(JsonTypes.Join, Joined(4));
        await joining;
        var saying = client.SayAsync("#tea", "mine", cancellationToken: Cancel);
        await first.ExpectAsync(JsonTypes.Say);
        first.Break();

        using var second = await Server.AcceptAsync(Cancel);
        await second.AnswerAsync(JsonTypes.Hello, Refusal(JsonErrors.NicknameInUse));
        await second.WelcomeAsync();
        await second.AnswerAsync(JsonTypes.Join, Joined(5));
        await second.SendAsync(Message(5, "mine", from: "alice"));
        var (resent, pinged) = (false, false);
        while (!resent || !pinged)
        {
            var line = await second.ReadLineAsync();
            Assert.True(JsonCommand.Parse(line, out var command, out _));
            resent |= command.Type == JsonTypes.Say;
            pinged |= command.Type == JsonTypes.Ping;
            await second.ReplyAsync(command, command.Type == JsonTypes.Say ? Sent(5) with { Duplicate = true } : new JsonEvent { Type = JsonTypes.Pong });
        }

        await second.SendAsync(Message(6));
        var sent = await saying;
        await NextAsync<ConnectionLost>(client);
        var (own, next) = (await NextAsync<ServerSaid>(client), await NextAsync<ServerSaid>(client));

        Assert.Equal("alice2", client.Nickname);
        Assert.True(sent.IsDuplicate);
        Assert.Equal((5, true), (own.Event.Number, own.IsOwn));
        Assert.Equal(6, next.Event.Number);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_room_that_is_closed_to_the_client_meanwhile_is_reported()
    {
        var (client, first) = await ConnectAsync();
        var joining = client.JoinAsync("#tea", cancellationToken: Cancel);
        await first.AnswerAsync(JsonTypes.Join, Joined(0));
        await joining;
        first.Break();
        using var second = await Server.AcceptAsync(Cancel);
        await second.WelcomeAsync();
        await second.AnswerAsync(JsonTypes.Join, Refusal(JsonErrors.Denied));

        Assert.Equal(new RoomLost("#tea", JsonErrors.Denied, "No: denied."), await NextAsync<RoomLost>(client));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_does_not_want_the_client_any_more_ends_it()
    {
        var (client, first) = await ConnectAsync();
        first.Break();
        using var second = await Server.AcceptAsync(Cancel);
        await second.AnswerAsync(JsonTypes.Hello, Refusal(JsonErrors.Denied));

        Assert.Equal(new Ended(ByServer: true, "No: denied."), await NextAsync<Ended>(client));
        await Assert.ThrowsAsync<ConnectionLostException>(() => client.PingAsync(Cancel));
    }

    [Fact]
    public async Task A_server_that_vanished_without_a_word_is_noticed()
    {
        var (client, first) = await ConnectAsync(Options with { PingAfter = TimeSpan.FromMilliseconds(30) });
        await first.ExpectAsync(JsonTypes.Ping);

        var lost = await NextAsync<ConnectionLost>(client);

        Assert.StartsWith("the server has not answered for 0.03 s", lost.Reason, StringComparison.Ordinal);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_answers_is_asked_again_and_again_and_kept()
    {
        var (client, peer) = await ConnectAsync(Options with { PingAfter = TimeSpan.FromMilliseconds(400) });
        for (var i = 0; i < 3; i++)
        {
            await peer.AnswerAsync(JsonTypes.Ping, new JsonEvent { Type = JsonTypes.Pong });
        }

        await client.DisposeAsync();

        Assert.Equal([typeof(Connected), typeof(Ended)], (await client.ReadEventsAsync(Cancel).ToListAsync(Cancel)).Select(happened => happened.GetType()));
    }

    [Fact]
    public async Task The_wanted_nickname_is_asked_for_again_after_a_rename()
    {
        var (client, first) = await ConnectAsync();
        var renaming = client.RenameAsync("alicia", Cancel);
        await first.AnswerAsync(JsonTypes.Nick, new JsonEvent { Type = JsonTypes.Ok });
        await renaming;
        first.Break();
        using var second = await Server.AcceptAsync(Cancel);

        Assert.Equal("alicia", (await second.WelcomeAsync()).Nick);
        await client.DisposeAsync();
    }
}
