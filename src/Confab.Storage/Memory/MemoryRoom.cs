using Confab.Chat.Messages;

namespace Confab.Storage.Memory;

internal sealed class MemoryRoom(string name, string key, DateTimeOffset created)
{
    public string Name { get; private set; } = name;

    public string Key { get; } = key;

    public DateTimeOffset Created { get; private set; } = created;

    public long LastNumber { get; set; }

    public StoredTopic? Topic { get; set; }

    /// <summary>Rising by number; a linked list, because entries leave from the front.</summary>
    public LinkedList<LogEntry> Entries { get; } = [];

    /// <summary>Rising by position, likewise.</summary>
    public LinkedList<LogEntry> Events { get; } = [];

    public IEnumerable<LogEntry> All => Entries.Concat(Events).OrderBy(entry => entry.Position);

    /// <summary>The latest time of all entries and events.</summary>
    public DateTimeOffset LastTime { get; set; } = created;

    /// <summary>The time of the newest message, action or notice.</summary>
    public DateTimeOffset? LastSaid { get; set; }

    public LinkedList<LogEntry> ListOf(MessageKind kind) => kind.TakesNumber() ? Entries : Events;

    /// <summary>The first entry gives the name and the time, whatever events came before it.</summary>
    public void Begin(string name, DateTimeOffset time) => (Name, Created) = (name, time);
}
