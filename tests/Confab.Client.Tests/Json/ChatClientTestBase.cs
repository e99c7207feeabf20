using Confab.Client.Events;
using Confab.Client.Json;
using Confab.Protocols.Json;
using Confab.Testing.Scripted;

namespace Confab.Client.Tests.Json;

/// <summary>A client and the server that it talks to, played by the test.</summary>
public abstract class ChatClientTestBase : IDisposable
{
    private protected static readonly ReconnectOptions Impatient = new()
    {
        FirstWait = TimeSpan.FromMilliseconds(2),
        LongestWait = TimeSpan.FromMilliseconds(4),
    };

    private protected ScriptedServer Server { get; } = new();

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected ChatClientOptions Options =>
        new(new ServerAddress("127.0.0.1", Server.Port)) { Nickname = "alice", Reconnect = Impatient };

    public void Dispose()
    {
        Server.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static JsonEvent Message(long number, string text = "", string from = "bob") => new()
    {
        Type = JsonTypes.Message,
        Room = "#tea",
        From = from,
        Text = text,
        Kind = JsonKinds.Message,
        Number = number,
        Id = number.ToString("x32"),
        Time = JsonTime.Format(DateTimeOffset.UnixEpoch.AddSeconds(number)),
    };

    private protected static JsonEvent Sent(long number) =>
        new() { Type = JsonTypes.Sent, Room = "#tea", Number = number, Id = number.ToString("x32"), Time = Message(number).Time };

    private protected static JsonEvent Joined(long last) => new() { Type = JsonTypes.Joined, Room = "#tea", Last = last };

    private protected static JsonEvent Page(bool more, params long[] numbers) =>
        new() { Type = JsonTypes.History, Room = "#tea", Messages = [.. numbers.Select(number => Message(number))], More = more };

    private protected static JsonEvent Refusal(string code) => new() { Type = JsonTypes.Error, Code = code, Text = $"No: {code}." };

    private protected async Task<(ChatClient Client, ScriptedPeer Peer)> ConnectAsync(ChatClientOptions? options = null)
    {
        var connecting = ChatClient.ConnectAsync(options ?? Options, Cancel);
        var peer = await Server.AcceptAsync(Cancel);
        await peer.WelcomeAsync();
        return (await connecting, peer);
    }

    /// <summary>The numbers of the room's entries as they are shown, until there are so many.</summary>
    private protected static async Task<IReadOnlyList<long>> ShownAsync(ChatClient client, int count)
    {
        var numbers = new List<long>();
        await foreach (var happened in client.ReadEventsAsync(Cancel))
        {
            if (happened is ServerSaid { Event.Number: { } number })
            {
                numbers.Add(number);
            }

            if (numbers.Count == count)
            {
                break;
            }
        }

        return numbers;
    }

    /// <summary>The next event of a kind.</summary>
    private protected static async Task<T> NextAsync<T>(ChatClient client)
        where T : ClientEvent
    {
        await foreach (var happened in client.ReadEventsAsync(Cancel))
        {
            if (happened is T wanted)
            {
                return wanted;
            }
        }

        throw new InvalidOperationException($"The events ended without a {typeof(T).Name}.");
    }
}
