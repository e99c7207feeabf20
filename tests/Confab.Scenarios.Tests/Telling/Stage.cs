using System.Net;
using Confab.Scenarios.Tests.Cast;
using Confab.Scenarios.Tests.Doors;
using Confab.Testing;
using Confab.Testing.Sockets;

namespace Confab.Scenarios.Tests.Telling;

/// <summary>
/// Where a story is played: a whole server on real sockets, and those who are there. It knows what each of them may see besides what the story
/// names (that somebody joined, their own words), so that a story need not.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly SocketServer _server = SocketServer.Start(Options());
    private readonly Dictionary<string, Actor> _actors = [];
    private readonly Dictionary<string, Voice> _voices = [];
    private readonly Dictionary<string, List<Sighting>> _past = [];
    private Witness? _witness;

    public SocketServer Server => _server;

    public IEnumerable<Actor> Everybody => _actors.Values;

    private Witness Witness => _witness ?? throw new InvalidOperationException("The stage is not open.");

    public static async Task<Stage> OpenAsync()
    {
        var stage = new Stage();
        stage._witness = await Witness.EnterAsync(stage._server);
        return stage;
    }

    public Actor Find(string name) => _actors.GetValueOrDefault(name)
        ?? throw new InvalidOperationException($"{name} is not here; say 'over DOOR joins' first.");

    /// <summary>How somebody is shown, also after they have left.</summary>
    public Voice VoiceOf(string name) => _actors.TryGetValue(name, out var actor) ? actor.Voice
        : _voices.TryGetValue(name, out var voice) ? voice
        : throw new InvalidOperationException($"Nobody called {name} was ever here.");

    public async Task JoinAsync(string name, Door door, IPAddress? from = null)
    {
        if (_actors.ContainsKey(name))
        {
            throw new InvalidOperationException($"{name} is here already.");
        }

        var actor = await Actor.ConnectAsync(_server, door, name, from);
        _actors.Add(name, actor);
        actor.Rooms.Add(Door.Lobby);
        await door.ArriveAsync(actor);
        await Witness.FindAsync(actor.Nickname, present: true);
        if (door is UnframedDoor { Lines: true })
        {
            await Witness.SpeaksInLinesAsync(actor);
        }

        Entered(actor, Door.Lobby);
    }

    public async Task EnterAsync(Actor actor, string room)
    {
        await actor.DoAsync(Possible(actor.Door.Enter(actor, room), actor, "enter rooms"));
        actor.Rooms.Add(room);
        Entered(actor, room);
    }

    public async Task PartAsync(Actor actor, string room)
    {
        await actor.DoAsync(Possible(actor.Door.Part(actor, room), actor, "leave rooms"));
        Left(actor, room);
    }

    public async Task LeaveAsync(string name, bool vanish)
    {
        var actor = Find(name);
        if (vanish)
        {
            await actor.VanishAsync();
        }
        else
        {
            await actor.SendAsync(actor.Door.Leave(actor).Bytes);
            await actor.Inbox.EndAsync();
            if (actor.Door is ConsoleDoor)
            {
                // This door's word for leaving is said to the others too.
                Told(actor, new Sighting(SightKind.Message, Door.Lobby, actor.Voice, ConsoleDoor.Goodbye), allow: true);
            }
        }

        await GoneAsync(name, actor);
    }

    /// <summary>Somebody whose connection has ended is here no more.</summary>
    public async Task GoneAsync(string name, Actor actor)
    {
        await Witness.FindAsync(actor.Nickname, present: false);
        foreach (var room in actor.Rooms.ToArray())
        {
            Left(actor, room);
        }

        _voices[name] = actor.Voice;
        _actors.Remove(name);
        await actor.DisposeAsync();
    }

    /// <summary>Those who sit in a room with somebody may see something without a story's naming it.</summary>
    public void AllowOthers(Actor actor, Sighting sighting)
    {
        foreach (var other in Others(actor, [sighting.Room]))
        {
            other.Allow(sighting);
        }
    }

    /// <summary>Has somebody say, do or set something in a room.</summary>
    public async Task TellAsync(Actor actor, SightKind kind, string? room, string text)
    {
        if (room is not null && room != actor.Rooms[^1])
        {
            // Whoever sits there already only turns to it.
            await actor.DoAsync(Possible(actor.Door.Turn(actor, room), actor, "speak in other rooms"));
            actor.Rooms.Remove(room);
            actor.Rooms.Add(room);
        }

        var told = new Sighting(kind, actor.Rooms[^1], actor.Voice, text);
        var command = kind switch
        {
            SightKind.Action => Possible(actor.Door.Act(actor, text), actor, "do things"),
            SightKind.Topic => Possible(actor.Door.SetTopic(actor, text), actor, "set topics"),
            _ => actor.Door.Say(actor, text),
        };
        if (!await actor.DoAsync(command))
        {
            await Witness.HeardAsync(told);
        }

        Told(actor, told, allow: kind == SightKind.Topic);
    }

    public async Task WhisperAsync(Actor actor, string to, string text)
    {
        var other = _actors.GetValueOrDefault(to);
        if (await actor.DoAsync(Possible(actor.Door.Whisper(actor, other?.Nickname ?? to, text), actor, "whisper")))
        {
            return;
        }

        // Where the door does not say that it is done, it shows on one of the two sides.
        var (seen, at) = other is null ? (SightKind.Nobody, actor) : (SightKind.Whisper, other);
        await at.Inbox.AwaitAsync(at.Door.Form(new Sighting(seen, Door.Lobby, actor.Voice, other is null ? to : text), at)!);
    }

    public async Task RenameAsync(string name, string nickname)
    {
        var actor = Find(name);
        var before = actor.Voice;
        await actor.DoAsync(Possible(actor.Door.Rename(actor, nickname), actor, "take another nickname"));
        _voices[name] = before;
        actor.Nickname = nickname;
        _actors.Remove(name);
        _actors.Add(nickname, actor);
        foreach (var other in Others(actor, actor.Rooms))
        {
            other.Allow(new Sighting(SightKind.Rename, Door.Lobby, before, nickname));
        }
    }

    /// <summary>Waits until all has come that was sent to somebody.</summary>
    public Task CatchUpAsync(Actor actor) => Witness.CatchUpAsync(actor);

    public async ValueTask DisposeAsync()
    {
        foreach (var actor in _actors.Values)
        {
            await actor.DisposeAsync();
        }

        await Witness.DisposeAsync();
        await _server.DisposeAsync();
    }

    // Actors read their connection as a stream, so the pauses that the historic clients need between messages would only take time.
    private static TestServerOptions Options()
    {
        var options = new TestServerOptions();
        options.Connections.PacedGap = TimeSpan.FromMilliseconds(2);
        options.Dialect = dialect => dialect with { Irc = dialect.Irc with { Operators = IrcDoor.Operators } };
        return options;
    }

    public static Command Possible(Command? command, Actor actor, string deed) => command
        ?? throw new InvalidOperationException($"Nobody can {deed} through the door '{actor.Door.Name}'.");

    private void Entered(Actor actor, string room)
    {
        AllowComing(actor, new Sighting(SightKind.Join, room, actor.Voice));

        if (actor.Door.ShowsHistory)
        {
            foreach (var past in _past.GetValueOrDefault(room, []))
            {
                actor.Allow(past with { Past = true });
            }
        }
    }

    private void Left(Actor actor, string room)
    {
        actor.Rooms.Remove(room);
        AllowComing(actor, new Sighting(SightKind.Leave, room, actor.Voice));
    }

    private void Told(Actor actor, Sighting told, bool allow)
    {
        if (!_past.TryGetValue(told.Room, out var past))
        {
            _past.Add(told.Room, past = []);
        }

        past.Add(told);
        if (actor.Door.Echoes)
        {
            actor.Allow(told);
        }

        if (allow)
        {
            AllowOthers(actor, told);
        }
    }

    private void AllowComing(Actor actor, Sighting sighting)
    {
        foreach (var other in Others(actor, [sighting.Room]).Where(other => actor.Door.Announces || other.Door.ShowsEverybody))
        {
            other.Allow(sighting);
        }
    }

    private IEnumerable<Actor> Others(Actor actor, IReadOnlyList<string> rooms) =>
        _actors.Values.Where(other => other != actor && other.Rooms.Any(rooms.Contains));
}
