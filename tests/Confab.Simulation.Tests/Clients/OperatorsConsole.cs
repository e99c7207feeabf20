using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Engine;
using Confab.Engine.Delivery;
using Confab.Engine.Sessions;
using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;
using Confab.Testing;

namespace Confab.Simulation.Tests.Clients;

/// <summary>The server's own operator: sees every event of every room, speaks to everybody, removes people from the lobby.</summary>
internal sealed class OperatorsConsole : ISessionView, ISessionOutput
{
    private static readonly SessionOrigin _origin = new("console of the server", string.Empty, 0);

    private readonly SimulatedWorld _world;
    private readonly EngineSession _session;
    private readonly Dictionary<string, long> _seen = [];

    public OperatorsConsole(SimulatedWorld world, ChatEngine engine)
    {
        _world = world;
        foreach (var room in world.Ledger.Rooms)
        {
            _seen[room] = world.Ledger.Last(room);
        }

        _session = engine.Open(_origin, this, this);
        _session.Submit(new SignOn("Server", Presence.Operator, AcceptOther: false));
    }

    public WireForm Form { get; } = new SilentForm();

    /// <summary>How many sit in all rooms together, by the last list that was asked for.</summary>
    public int Members { get; private set; }

    public void Announce(string text) => _session.Submit(new Announce(text));

    public void Kick(string nickname) => _session.Submit(new KickMember(TestServerOptions.Lobby, nickname, "for a reason"));

    public void CountMembers() => _session.Submit(new ListRooms());

    public void Leave() => _session.Submit(new SignOff(Reason: null));

    /// <summary>Everything that was committed has been shown here.</summary>
    public void Rest()
    {
        foreach (var room in _world.Ledger.Rooms)
        {
            if (_seen.GetValueOrDefault(room) != _world.Ledger.Last(room))
            {
                throw new PromiseBroken($"The operator saw {room} up to {_seen.GetValueOrDefault(room)} of {_world.Ledger.Last(room)}.");
            }
        }
    }

    public void Show(in Answer answer, SessionWriter writer)
    {
        if (answer.Reply is RoomsListed listed)
        {
            Members = listed.Rooms.Sum(room => room.Members);
        }
    }

    public void Show(ChatEvent happened, SessionWriter writer)
    {
        if (happened is RoomEntry entry)
        {
            var due = _seen.GetValueOrDefault(entry.Room.Text) + 1;
            if (entry.Number != due)
            {
                throw new PromiseBroken($"The operator saw {entry.Room.Text} {entry.Number} where {due} was due.");
            }

            if (_world.Ledger.Last(entry.Room.Text) < due)
            {
                throw new PromiseBroken($"The operator saw {entry.Room.Text} {due} before it was committed.");
            }

            _seen[entry.Room.Text] = due;
        }
    }

    public void Deliver(ReadOnlySpan<Segment> segments, bool paced)
    {
    }

    public void Close(CloseStyle style)
    {
    }
}
