using System.Text;
using Confab.Client.Events;
using Confab.Protocols.Json;

namespace Confab.Client.Tests.Json;

public sealed class HostileServerTests : ChatClientTestBase
{
    [Theory]
    [InlineData("{\"type\":\"message\"\n")]
    [InlineData("{\"type\":\"message\",\"number\":\"one\"}\n")]
    [InlineData("{\"type\":\"history\",\"messages\":[null]}\n")]
    public async Task A_line_that_is_not_of_the_protocol_ends_the_connection_and_not_the_client(string junk)
    {
        var (client, first) = await ConnectAsync();
        await first.SendAsync(junk);
        var lost = await NextAsync<ConnectionLost>(client);
        using var second = await Server.AcceptAsync(Cancel);
        await second.WelcomeAsync();

        Assert.StartsWith("the server sent a line that is not of this protocol", lost.Reason, StringComparison.Ordinal);
        await NextAsync<Connected>(client);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_line_without_end_does_not_fill_the_memory()
    {
        var (client, first) = await ConnectAsync();
        var piece = Encoding.UTF8.GetBytes(new string('{', 1 << 20));
        var flooding = Task.Run(
            async () =>
            {
                for (var i = 0; i < 17; i++)
                {
                    await first.SendAsync(piece);
                }
            },
            Cancel);

        var lost = await NextAsync<ConnectionLost>(client);

        Assert.Equal("the server sent a line of more than 16777216 bytes.", lost.Reason);
        await Task.WhenAny(flooding);
        _ = flooding.Exception;
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Replies_to_nothing_and_unknown_types_do_no_harm()
    {
        var (client, peer) = await ConnectAsync();
        await peer.SendAsync("{\"type\":\"sent\",\"label\":\"999\",\"room\":\"#tea\",\"number\":1}\n");
        await peer.SendAsync("{\"type\":\"joined\",\"label\":\"998\"}\n{}\n{\"type\":\"confetti\",\"colour\":\"red\"}\nnot json at all\n");
        var ping = client.PingAsync(Cancel);
        await peer.AnswerAsync(JsonTypes.Ping, new JsonEvent { Type = JsonTypes.Pong });
        await ping;

        await NextAsync<Connected>(client);
        Assert.Equal("", (await NextAsync<ServerSaid>(client)).Event.Type);
        Assert.Equal("confetti", (await NextAsync<ServerSaid>(client)).Event.Type);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task History_that_never_ends_is_not_fetched_for_ever()
    {
        var (client, peer) = await ConnectAsync();
        var joining = client.JoinAsync("#tea", cancellationToken: Cancel);
        await peer.AnswerAsync(JsonTypes.Join, Joined(1));
        await joining;
        await peer.SendAsync(Message(5));
        await peer.AnswerAsync(JsonTypes.History, Page(more: true));

        // Nothing of the gap, and yet "more": the client goes on behind it.
        Assert.Equal([5L], await ShownAsync(client, 1));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task A_gap_that_cannot_be_fetched_is_said()
    {
        var (client, peer) = await ConnectAsync();
        var joining = client.JoinAsync("#tea", cancellationToken: Cancel);
        await peer.AnswerAsync(JsonTypes.Join, Joined(1));
        await joining;
        await peer.SendAsync(Message(5));
        await peer.AnswerAsync(JsonTypes.History, Refusal(JsonErrors.Denied));

        Assert.Equal(new EntriesMissed("#tea", 1, 5, "No: denied."), await NextAsync<EntriesMissed>(client));
        Assert.Equal(5, (await NextAsync<ServerSaid>(client)).Event.Number);
        await client.DisposeAsync();
    }

    [Fact]
    public async Task When_nobody_reads_the_events_the_server_waits_and_nothing_is_lost()
    {
        var (client, peer) = await ConnectAsync(Options with { MostEvents = 2 });
        var joining = client.JoinAsync("#tea", cancellationToken: Cancel);
        await peer.AnswerAsync(JsonTypes.Join, Joined(0));
        await joining;
        for (var number = 1; number <= 50; number++)
        {
            await peer.SendAsync(Message(number));
        }

        peer.Dispose();

        Assert.Equal(Enumerable.Range(1, 50).Select(number => (long)number), await ShownAsync(client, 50));
        await client.DisposeAsync();
    }
}
