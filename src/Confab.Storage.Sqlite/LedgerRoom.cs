namespace Confab.Storage.Sqlite;

/// <summary>A room as the running transaction sees it.</summary>
internal sealed class LedgerRoom(RoomNumbers numbers)
{
    public long Id { get; } = numbers.Id;

    public long LastNumber { get; set; } = numbers.LastNumber;

    public long LastEvent { get; set; } = numbers.LastEvent;

    /// <summary>The latest time that the transaction brought, in milliseconds since 1970.</summary>
    public long LastTime { get; set; }

    /// <summary>The time of the newest message, action or notice that the transaction brought.</summary>
    public long? LastSaid { get; set; }

    public bool TopicChanged { get; set; }

    public StoredTopic? Topic { get; set; }
}
