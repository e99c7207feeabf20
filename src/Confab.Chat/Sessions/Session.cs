using Confab.Chat.Names;
using Confab.Chat.Rooms;

namespace Confab.Chat.Sessions;

/// <summary>A session that has a nickname. Only the rules change it.</summary>
public sealed class Session
{
    private readonly List<Room> _rooms = [];

    internal Session(Participant participant) => Participant = participant;

    public SessionId Id => Participant.Session;

    /// <summary>The session as events show it; replaced when the nickname changes.</summary>
    public Participant Participant { get; private set; }

    public Nickname Nickname => Participant.Nickname;

    /// <summary>The rooms it sits in, in the order of joining.</summary>
    public IReadOnlyList<Room> Rooms => _rooms;

    public bool IsOperator => Participant.Presence == Presence.Operator;

    internal void Rename(Nickname nickname) => Participant = Participant with { Nickname = nickname };

    internal void Enter(Room room) => _rooms.Add(room);

    internal void Leave(Room room) => _rooms.Remove(room);
}
