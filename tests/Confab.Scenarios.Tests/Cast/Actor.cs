using System.Net;
using Confab.Scenarios.Tests.Doors;
using Confab.Testing.Sockets;

namespace Confab.Scenarios.Tests.Cast;

/// <summary>Somebody in a story: a real connection to a real door.</summary>
internal sealed class Actor : IAsyncDisposable
{
    private readonly SocketClient _client;
    private readonly List<Sighting> _allowed = [];
    private int _lastSync;

    private Actor(SocketClient client, Door door, string name)
    {
        _client = client;
        Door = door;
        Nickname = door.NicknameOf(name, client.Port);
        Inbox = new Inbox(client.Socket);
    }

    public Door Door { get; }

    public Inbox Inbox { get; }

    public string Nickname { get; set; }

    public Voice Voice => new(Nickname, Door.Dialect, _client.Port);

    /// <summary>The rooms it sits in; it speaks in the last one.</summary>
    public List<string> Rooms { get; } = [];

    /// <param name="from">The address that it comes from; null where that does not matter.</param>
    public static async Task<Actor> ConnectAsync(SocketServer server, Door door, string name, IPAddress? from = null) =>
        new(await SocketClient.ConnectAsync(server.EndPoint(door.Dialect), from), door, name);

    public Task SendAsync(string text) => _client.SendAsync(text);

    /// <summary>Does something, and waits until the door has answered where it can.</summary>
    /// <returns>False where the door never answers, so that somebody else must see that it is done.</returns>
    public async Task<bool> DoAsync(Command command)
    {
        await SendAsync(command.Bytes);
        if (Door.Sync(this, ++_lastSync) is not { Answer: { } answer } sync)
        {
            return false;
        }

        await SendAsync(sync.Bytes);
        await Inbox.TakeAsync(answer);
        if (command.Answer is not null && !Inbox.TryTake(command.Answer) && !command.IsAnswerOptional)
        {
            throw new InvalidOperationException($"'{command.Bytes.Trim()}' was not answered as it should be; there is: {Inbox.Text}");
        }

        return true;
    }

    /// <summary>Something that it may see and that a story need not name; whoever names it, takes it away from here.</summary>
    public void Allow(Sighting sighting) => _allowed.Add(sighting);

    /// <summary>Takes the next thing that came, when it is this one.</summary>
    public bool Sees(Sighting sighting)
    {
        var form = Door.Form(sighting, this)
            ?? throw new InvalidOperationException($"The door '{Door.Name}' never shows a {sighting.Kind}; the story cannot ask for it.");
        while (!Inbox.TryTake($"^{form}"))
        {
            if (!SkipAllowed())
            {
                return false;
            }
        }

        _allowed.Remove(sighting);
        return true;
    }

    /// <summary>True when nothing has come that a story would have had to name.</summary>
    public bool SeesNothing()
    {
        while (SkipAllowed())
        {
        }

        return Inbox.Text.Length == 0;
    }

    public async Task VanishAsync()
    {
        // A reset, as when a cable is pulled and the machine finds out.
        _client.Socket.LingerState = new System.Net.Sockets.LingerOption(enable: true, seconds: 0);
        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private bool SkipAllowed()
    {
        if (Door.Framing is { } framing && Inbox.TryTake($"^{framing}"))
        {
            return true;
        }

        for (var i = 0; i < _allowed.Count; i++)
        {
            if (Door.Form(_allowed[i], this) is { } form && Inbox.TryTake($"^{form}"))
            {
                _allowed.RemoveAt(i);
                return true;
            }
        }

        return false;
    }
}
