namespace Confab.Storage.Sqlite;

/// <summary>A room as the transaction that is being made sees it, over what was kept of it before.</summary>
internal sealed class LedgerRoom(long id, string key, RoomState kept, bool isKept)
{
    private RoomState _kept = kept;

    public long Id { get; } = id;

    public string Key { get; } = key;

    /// <summary>False until the transaction that made it was kept.</summary>
    public bool IsKept { get; private set; } = isKept;

    public RoomState Now { get; set; } = kept;

    /// <summary>Which of the transaction's rooms it is; -1 where it is none of them.</summary>
    public int Place { get; private set; } = -1;

    /// <summary>The latest time that the transaction brought, in milliseconds since 1970.</summary>
    public long LastTime { get; set; }

    /// <summary>The time of the newest message, action or notice that the transaction brought.</summary>
    public long? LastSaid { get; set; }

    public bool TopicChanged { get; set; }

    public StoredTopic? Topic { get; set; }

    public void Enter(int place, long time) => (Place, LastTime, LastSaid, TopicChanged, Topic) = (place, time, null, false, null);

    public void Keep() => (_kept, IsKept, Place) = (Now, true, -1);

    public void Forget() => (Now, Place) = (_kept, -1);
}
