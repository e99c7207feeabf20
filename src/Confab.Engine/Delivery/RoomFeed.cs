using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Engine.Sessions;
using Confab.Engine.Ticks;
using Confab.Storage;

namespace Confab.Engine.Delivery;

/// <summary>Who hears one room, gathered by wire form, and the room's newest entries. Owned by the delivery loop.</summary>
internal sealed class RoomFeed(RoomName room, int recentEntries)
{
    private readonly Dictionary<WireForm, List<EngineSession>> _byForm = [];
    private readonly Queue<LogEntry> _recent = new();

    public RoomName Room => room;

    public int Count { get; private set; }

    public Dictionary<WireForm, List<EngineSession>> ByForm => _byForm;

    public void Add(EngineSession session, WireForm form)
    {
        if (!_byForm.TryGetValue(form, out var sessions))
        {
            sessions = [];
            _byForm.Add(form, sessions);
        }

        sessions.Add(session);
        Count++;
    }

    public void Remove(EngineSession session, WireForm form)
    {
        if (_byForm.TryGetValue(form, out var sessions) && sessions.Remove(session))
        {
            Count--;
            if (sessions.Count == 0)
            {
                _byForm.Remove(form);
            }
        }
    }

    /// <summary>Takes what the log holds; once, before anything is remembered.</summary>
    public void Load(IEnumerable<LogEntry> entries)
    {
        foreach (var entry in entries)
        {
            Remember(entry);
        }
    }

    public void Remember(RoomEntry entry) => Remember(new LogEntry(
        Position: 0, entry.Id, entry.Room.Text, entry.Room.Key, entry.Number, entry.Kind, entry.Actor.Nickname.Text, entry.Time, entry.Text)
    {
        Account = entry.Actor.Account,
        Source = Drafts.SourceOf(entry.Actor),
        Tags = entry.Tags,
        Formatted = entry.Formatted,
    });

    public IReadOnlyList<LogEntry> Recent(int count) => _recent.Skip(Math.Max(0, _recent.Count - count)).ToArray();

    private void Remember(LogEntry entry)
    {
        _recent.Enqueue(entry);
        if (_recent.Count > recentEntries)
        {
            _recent.Dequeue();
        }
    }
}
