using Confab.Client.Events;
using Confab.Protocols.Json;

namespace Confab.Client.Tests.Json;

public sealed class SayingTests : ChatClientTestBase
{
    [Fact]
    public async Task Saying_completes_when_the_message_is_committed()
    {
        var (client, peer) = await ConnectAsync();
        var saying = client.SayAsync("#tea", "hello", cancellationToken: Cancel);
        var command = await peer.ExpectAsync(JsonTypes.Say);
        Assert.False(saying.IsCompleted);
        await peer.ReplyAsync(command, Sent(42));

        var sent = await saying;

        Assert.Equal(("#tea", 42, 42.ToString("x32"), false), (sent.Room, sent.Number, sent.Id, sent.IsDuplicate));
        Assert.Equal(("hello", 1), (command.Text, command.Key));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Many_messages_are_under_way_at_once_with_rising_keys()
    {
        var (client, peer) = await ConnectAsync();
        var sayings = Enumerable.Range(1, 20).Select(i => client.SayAsync("#tea", $"line {i}", cancellationToken: Cancel)).ToList();
        var commands = new List<JsonCommand>();
        for (var i = 0; i < 20; i++)
        {
            commands.Add(await peer.ExpectAsync(JsonTypes.Say));
        }

        for (var i = 0; i < 20; i++)
        {
            await peer.ReplyAsync(commands[i], Sent(i + 1));
        }

        var sent = await Task.WhenAll(sayings);

        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long?)i), commands.Select(command => command.Key));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"line {i}"), commands.Select(command => command.Text));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), sent.Select(message => message.Number));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_refusal_has_its_code_and_the_session_goes_on()
    {
        var (client, peer) = await ConnectAsync();
        var saying = client.SayAsync("#tea", "hello", cancellationToken: Cancel);
        await peer.AnswerAsync(JsonTypes.Say, Refusal(JsonErrors.NotMember));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => saying);
        var ping = client.PingAsync(Cancel);
        await peer.AnswerAsync(JsonTypes.Ping, new JsonEvent { Type = JsonTypes.Pong });
        await ping;

        Assert.Equal(JsonErrors.NotMember, refused.Code);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task An_error_without_a_label_answers_the_oldest_command()
    {
        var (client, peer) = await ConnectAsync();
        var tooLong = client.SayAsync("#tea", "much too long", cancellationToken: Cancel);
        var fine = client.SayAsync("#tea", "fine", cancellationToken: Cancel);
        await peer.ExpectAsync(JsonTypes.Say);
        var second = await peer.ExpectAsync(JsonTypes.Say);
        await peer.SendAsync(Refusal(JsonErrors.LineTooLong));
        await peer.ReplyAsync(second, Sent(1));

        Assert.Equal(JsonErrors.LineTooLong, (await Assert.ThrowsAsync<RefusedException>(() => tooLong)).Code);
        Assert.Equal(1, (await fine).Number);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Own_messages_are_shown_in_their_place_among_the_others()
    {
        var (client, peer) = await ConnectAsync();
        var joining = client.JoinAsync("#tea", cancellationToken: Cancel);
        await peer.AnswerAsync(JsonTypes.Join, Joined(10));
        await joining;
        var saying = client.SayAsync("#tea", "mine", JsonKinds.Action, Cancel);
        var command = await peer.ExpectAsync(JsonTypes.Say);
        await peer.SendAsync(Message(11));
        await peer.ReplyAsync(command, Sent(12));
        await peer.SendAsync(Message(13));
        await saying;

        await NextAsync<Connected>(client);
        var (before, own, after) = (await NextAsync<ServerSaid>(client), await NextAsync<ServerSaid>(client), await NextAsync<ServerSaid>(client));

        Assert.Equal((11, false), (before.Event.Number, before.IsOwn));
        Assert.Equal((12, true, "mine", "alice", JsonKinds.Action), (own.Event.Number, own.IsOwn, own.Event.Text, own.Event.From, own.Event.Kind));
        Assert.Equal((13, false), (after.Event.Number, after.IsOwn));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Closing_the_client_fails_what_nobody_acknowledged()
    {
        var (client, peer) = await ConnectAsync();
        var saying = client.SayAsync("#tea", "hello", cancellationToken: Cancel);
        await peer.ExpectAsync(JsonTypes.Say);

        await client.DisposeAsync();

        await Assert.ThrowsAsync<ConnectionLostException>(() => saying);
        await Assert.ThrowsAsync<ConnectionLostException>(() => client.SayAsync("#tea", "again", cancellationToken: Cancel));
    }

    [Fact]
    public async Task Quitting_says_why_and_does_not_come_back()
    {
        var (client, peer) = await ConnectAsync();
        var quitting = client.QuitAsync("good night", Cancel);
        var quit = await peer.AnswerAsync(JsonTypes.Quit, new JsonEvent { Type = JsonTypes.Bye });
        peer.Dispose();
        await quitting;

        var events = await client.ReadEventsAsync(Cancel).ToListAsync(Cancel);

        Assert.Equal("good night", quit.Reason);
        Assert.Equal([new Connected("alice", false), new Ended(false, null)], events);
    }
}
