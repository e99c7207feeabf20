namespace Confab.Chat.Sessions;

/// <summary>How many are here, and how many have been at once; counted as they come and go, because everybody who signs on over IRC is told. Only the rules change it, and doors that tell of sessions on their way in.</summary>
public sealed class Headcount
{
    private readonly HashSet<SessionId> _arriving = [];

    /// <summary>Sessions that have begun to sign on and have no nickname yet.</summary>
    public int Arriving => _arriving.Count;

    /// <summary>The users that are present, the consoles left out.</summary>
    public int Users { get; private set; }

    /// <summary>The most users that were ever present at once since the start.</summary>
    public int MostUsers { get; private set; }

    /// <summary>Those of the users who are not found by strangers.</summary>
    public int Invisible { get; private set; }

    /// <summary>Those of the users who are operators of the server.</summary>
    public int Operators { get; private set; }

    /// <summary>The rooms that somebody sits in.</summary>
    public int RoomsInUse { get; private set; }

    /// <summary>A session is on its way to its sign-on. Telling it again changes nothing.</summary>
    public void Arrives(SessionId session) => _arriving.Add(session);

    /// <summary>A session has its nickname, or is gone.</summary>
    internal void Arrived(SessionId session) => _arriving.Remove(session);

    internal void Add(UserModes modes)
    {
        Users++;
        MostUsers = Math.Max(MostUsers, Users);
        Count(modes, 1);
    }

    internal void Remove(UserModes modes)
    {
        Users--;
        Count(modes, -1);
    }

    /// <summary>A user who is counted is set otherwise.</summary>
    internal void Change(UserModes before, UserModes now)
    {
        Count(before, -1);
        Count(now, 1);
    }

    internal void RoomFilled() => RoomsInUse++;

    internal void RoomEmptied() => RoomsInUse--;

    private void Count(UserModes modes, int by)
    {
        Invisible += modes.HasFlag(UserModes.Invisible) ? by : 0;
        Operators += modes.HasFlag(UserModes.ServerOperator) ? by : 0;
    }
}
