using Confab.Chat.Messages;

namespace Confab.Storage.Memory;

/// <summary>Entries and events by their ids. An entry's id is its own; an event's may be in several rooms.</summary>
internal sealed class MemoryIds
{
    private readonly Dictionary<MessageId, LogEntry> _entries = [];
    private readonly Dictionary<MessageId, List<LogEntry>> _events = [];

    public bool HasEntry(MessageId id) => _entries.ContainsKey(id);

    public LogEntry? Find(MessageId id) =>
        _entries.GetValueOrDefault(id) ?? (_events.TryGetValue(id, out var events) ? events[0] : null);

    public LogEntry? FindIn(string roomKey, MessageId id) =>
        _entries.TryGetValue(id, out var entry) && entry.RoomKey == roomKey
            ? entry
            : _events.GetValueOrDefault(id)?.Find(happened => happened.RoomKey == roomKey);

    public void Add(LogEntry entry)
    {
        if (entry.Kind.TakesNumber())
        {
            _entries.Add(entry.Id, entry);
        }
        else if (_events.TryGetValue(entry.Id, out var events))
        {
            events.Add(entry);
        }
        else
        {
            _events.Add(entry.Id, [entry]);
        }
    }

    public void Remove(LogEntry entry)
    {
        if (entry.Kind.TakesNumber())
        {
            _entries.Remove(entry.Id);
        }
        else if (_events.TryGetValue(entry.Id, out var events) && events.Remove(entry) && events.Count == 0)
        {
            _events.Remove(entry.Id);
        }
    }
}
