using Confab.Chat.Events;
using Confab.Engine.Ticks;
using Confab.Storage;

namespace Confab.Engine.Delivery;

/// <summary>
/// The newest entries of a room, for those who join it. What was said since the start stays as it came, and is put into the log's form when somebody asks for
/// it: much more is said than read again.
/// </summary>
/// <param name="most">How many are kept.</param>
internal sealed class RecentEntries(int most)
{
    private readonly Queue<Recent> _entries = new();

    /// <summary>Takes what the log holds.</summary>
    public void Add(LogEntry entry) => Add(new Recent { Stored = entry });

    /// <summary>Takes what was said.</summary>
    public void Add(RoomEntry entry) => Add(new Recent { Said = entry });

    /// <summary>The newest ones, oldest first.</summary>
    public IReadOnlyList<LogEntry> Last(int count) => [.. _entries.Skip(Math.Max(0, _entries.Count - count)).Select(recent => recent.ToLogEntry())];

    private void Add(Recent recent)
    {
        _entries.Enqueue(recent);
        if (_entries.Count > most)
        {
            _entries.Dequeue();
        }
    }

    private readonly record struct Recent
    {
        public LogEntry? Stored { get; init; }

        public RoomEntry? Said { get; init; }

        public LogEntry ToLogEntry() => Stored ?? new LogEntry(
            Position: 0, Said!.Id, Said.Room.Text, Said.Room.Key, Said.Number, Said.Kind, Said.Actor.Nickname.Text, Said.Time, Said.Text)
        {
            Account = Said.Actor.Account,
            Source = Drafts.SourceOf(Said.Actor),
            Tags = Said.Tags,
            Formatted = Said.Formatted,
        };
    }
}
