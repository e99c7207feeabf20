namespace Confab.Storage.Memory;

internal sealed class MemoryRoom(string name, string key, DateTimeOffset created)
{
    public string Name { get; } = name;

    public string Key { get; } = key;

    public DateTimeOffset Created { get; } = created;

    public long LastNumber { get; set; }

    public StoredTopic? Topic { get; set; }

    /// <summary>Rising by number; a linked list, because entries leave from the front.</summary>
    public LinkedList<LogEntry> Entries { get; } = [];
}
