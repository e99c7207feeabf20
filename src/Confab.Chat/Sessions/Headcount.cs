namespace Confab.Chat.Sessions;

/// <summary>How many are here, and how many have been at once. Only the rules change it, and doors that tell of sessions on their way in.</summary>
public sealed class Headcount
{
    private readonly HashSet<SessionId> _arriving = [];

    /// <summary>Sessions that have begun to sign on and have no nickname yet.</summary>
    public int Arriving => _arriving.Count;

    /// <summary>The users that are present, the consoles left out.</summary>
    public int Users { get; private set; }

    /// <summary>The most users that were ever present at once since the start.</summary>
    public int MostUsers { get; private set; }

    /// <summary>A session is on its way to its sign-on. Telling it again changes nothing.</summary>
    public void Arrives(SessionId session) => _arriving.Add(session);

    /// <summary>A session has its nickname, or is gone.</summary>
    internal void Arrived(SessionId session) => _arriving.Remove(session);

    internal void Add()
    {
        Users++;
        MostUsers = Math.Max(MostUsers, Users);
    }

    internal void Remove() => Users--;
}
