using Confab.Chat.Names;
using Confab.Chat.Rooms;

namespace Confab.Chat.Sessions;

/// <summary>
/// Somebody who is present under a nickname. Usually that is one session; several sessions of one account may be one user, and a user that
/// is always on has none at times. Only the rules change it.
/// </summary>
public sealed class User
{
    // Arrays, because there are many users, and most sit in a few rooms and have no session but the one that they came with.
    private Room[] _rooms = [];
    private SessionId[] _furtherSessions = [];
    private bool _hasFirstSession;

    // Ticks of the universal time, for half the memory.
    private readonly long _signedOnAt;
    private long _lastActive;

    internal User(Participant participant, DateTimeOffset now)
    {
        Participant = participant;
        _signedOnAt = now.UtcTicks;
        _lastActive = _signedOnAt;
    }

    public UserId Id => Participant.User;

    /// <summary>The user as events show it; replaced when anything of it changes.</summary>
    public Participant Participant
    {
        get;
        internal set
        {
            field = value;
            Version++;
            foreach (var room in _rooms)
            {
                room.MemberChanged();
            }
        }
    }

    public Nickname Nickname => Participant.Nickname;

    /// <summary>The rooms it sits in, in the order of joining.</summary>
    public IReadOnlyList<Room> Rooms => _rooms;

    /// <summary>Its sessions, in the order of their coming.</summary>
    public IReadOnlyList<SessionId> Sessions => _hasFirstSession ? [Id.FirstSession, .. _furtherSessions] : _furtherSessions;

    /// <summary>The account, by its name as shown; null for a guest.</summary>
    public string? Account => Participant.Account;

    /// <summary>Why it is away, or null where it is here.</summary>
    public string? Away
    {
        get;
        internal set
        {
            field = value;
            Version++;
        }
    }

    public UserModes Modes
    {
        get;
        internal set
        {
            field = value;
            Version++;
        }
    }

    /// <summary>Rises whenever something changes that is kept of a user that is always on.</summary>
    internal int Version { get; private set; }

    /// <summary>When it came.</summary>
    public DateTimeOffset SignedOnAt => new(_signedOnAt, TimeSpan.Zero);

    /// <summary>When it last said something.</summary>
    public DateTimeOffset LastActive
    {
        get => new(_lastActive, TimeSpan.Zero);
        internal set => _lastActive = value.UtcTicks;
    }

    /// <summary>
    /// True for the server's own console and for commands that act for it; not what IRC calls an operator, which is <see cref="IsServerOperator"/>.
    /// </summary>
    public bool IsOperator => Participant.Presence is Presence.Operator or Presence.Steward;

    /// <summary>True where the user may do what operators of the server do.</summary>
    public bool IsServerOperator => IsOperator || Modes.HasFlag(UserModes.ServerOperator);

    /// <summary>The user as events show it, acting through one of its sessions.</summary>
    public Participant Through(SessionId session) =>
        Participant.Session == session ? Participant : Participant with { Session = session };

    internal void Rename(Nickname nickname) => Participant = Participant with { Nickname = nickname };

    internal bool Has(SessionId session) => session == Id.FirstSession ? _hasFirstSession : Array.IndexOf(_furtherSessions, session) >= 0;

    internal void Attach(SessionId session)
    {
        if (session == Id.FirstSession)
        {
            _hasFirstSession = true;
        }
        else
        {
            _furtherSessions = [.. _furtherSessions, session];
        }
    }

    internal void Detach(SessionId session)
    {
        if (session == Id.FirstSession)
        {
            _hasFirstSession = false;
        }
        else
        {
            _furtherSessions = Array.FindAll(_furtherSessions, other => other != session);
        }
    }

    internal void Enter(Room room)
    {
        _rooms = _rooms.Length == 0 ? room.Alone : [.. _rooms, room];
        Version++;
    }

    internal void Leave(Room room)
    {
        _rooms = Array.FindAll(_rooms, other => other != room);
        Version++;
    }

    internal void Promoted() => Version++;
}
