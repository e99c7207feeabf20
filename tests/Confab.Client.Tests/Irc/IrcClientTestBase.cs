using Confab.Client.Events;
using Confab.Client.Irc;
using Confab.Testing.Scripted;

namespace Confab.Client.Tests.Irc;

/// <summary>An IRC client and the server that it talks to, played by the test.</summary>
public abstract class IrcClientTestBase : IDisposable
{
    private protected static readonly ReconnectOptions Impatient = new()
    {
        FirstWait = TimeSpan.FromMilliseconds(2),
        LongestWait = TimeSpan.FromMilliseconds(4),
    };

    private protected ScriptedServer Server { get; } = new();

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected IrcClientOptions Options =>
        new(new IrcDoor(IrcTransport.Tcp, new ServerAddress("127.0.0.1", Server.Port)), "alice") { Reconnect = Impatient };

    public void Dispose()
    {
        Server.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task<IrcPeer> AcceptAsync() => new(await Server.AcceptAsync(Cancel));

    private protected async Task<(IrcClient Client, IrcPeer Peer)> ConnectAsync(IrcClientOptions? options = null)
    {
        var connecting = IrcClient.ConnectAsync(options ?? Options, Cancel);
        var peer = await AcceptAsync();
        await peer.WelcomeAsync();
        return (await connecting, peer);
    }

    /// <summary>A client that is in the room, whose newest message is the one with this number; 0 for none.</summary>
    private protected async Task<(IrcClient Client, IrcPeer Peer)> EnterAsync(int last, IrcClientOptions? options = null)
    {
        var (client, peer) = await ConnectAsync(options);
        var joining = client.JoinAsync("#tea", cancellationToken: Cancel);
        await peer.LetInAsync(last);
        await joining;
        return (client, peer);
    }

    /// <summary>The next connection, let in, up to the question for what was missed.</summary>
    private protected async Task<IrcPeer> ReturnAsync()
    {
        var peer = await AcceptAsync();
        await peer.WelcomeAsync();
        await peer.AnswerAsync(await peer.ExpectAsync("JOIN"), ":alice!a@h JOIN #tea");
        return peer;
    }

    /// <summary>The ids of the messages as they are shown, until there are so many.</summary>
    private protected static async Task<IReadOnlyList<string>> ShownAsync(IrcClient client, int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
        {
            ids.Add((await NextAsync<MessageHeard>(client)).Entry.Id);
        }

        return ids;
    }

    /// <summary>The ids of these messages.</summary>
    private protected static IReadOnlyList<string> Ids(params int[] numbers) => [.. numbers.Select(IrcPeer.Id)];

    /// <summary>The next event of a kind.</summary>
    private protected static async Task<T> NextAsync<T>(IrcClient client)
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
