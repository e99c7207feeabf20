namespace Confab.Storage.Sqlite;

/// <summary>A room as the running transaction sees it.</summary>
internal sealed class LedgerRoom(long id, long lastNumber)
{
    public long Id { get; } = id;

    public long LastNumber { get; set; } = lastNumber;

    public bool TopicChanged { get; set; }

    public StoredTopic? Topic { get; set; }
}
