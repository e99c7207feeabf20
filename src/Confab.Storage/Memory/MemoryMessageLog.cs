using Confab.Chat.Messages;
using Confab.Storage.Search;

namespace Confab.Storage.Memory;

/// <summary>
/// The log in memory: for <c>--ephemeral</c>, tests and the simulation. It keeps every promise of the contract but durability, in the
/// most obvious way, so it is also what the other logs are compared with. One lock guards all of it.
/// </summary>
public sealed class MemoryMessageLog : IMessageLog
{
    /// <summary>How many entries a room keeps unless told otherwise: some ten megabytes in the busiest room.</summary>
    public const int DefaultMaxEntriesPerRoom = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, MemoryRoom> _rooms = [];
    private readonly Dictionary<MessageId, LogEntry> _byId = [];
    private readonly MemoryResendKeys _keys = new();
    private readonly int _maxEntriesPerRoom;
    private long _lastPosition;

    /// <summary>Makes an empty log.</summary>
    /// <param name="maxEntriesPerRoom">When a room has more, its oldest are removed, so that the server cannot grow without bound.</param>
    /// <param name="logId">The log's id; a random one where null. Given by those who need every run to be alike.</param>
    public MemoryMessageLog(int maxEntriesPerRoom = DefaultMaxEntriesPerRoom, Guid? logId = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEntriesPerRoom, 1);
        _maxEntriesPerRoom = maxEntriesPerRoom;
        LogId = logId ?? Guid.NewGuid();
    }

    /// <inheritdoc/>
    public Guid LogId { get; }

    /// <inheritdoc/>
    public IReadOnlyList<StoredRoom> LoadRooms()
    {
        lock (_gate)
        {
            return [.. _rooms.Values.Select(room => new StoredRoom(room.Name, room.Key, room.Created, room.LastNumber, room.Topic))];
        }
    }

    /// <inheritdoc/>
    public void Append(IReadOnlyList<EntryDraft> batch, Span<AppendResult> results)
    {
        LogRules.Check(batch, results.Length);
        lock (_gate)
        {
            RefuseKnownIds(batch);
            for (var i = 0; i < batch.Count; i++)
            {
                results[i] = Append(batch[i]);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<LogEntry> Read(in RangeQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        var (after, before) = (query.After, query.Before);
        lock (_gate)
        {
            if (!_rooms.TryGetValue(query.RoomKey, out var room))
            {
                return [];
            }

            var stretch = room.Entries.Where(entry => entry.Number > after && entry.Number < before);
            return [.. query.FromNewest ? stretch.TakeLast(query.Limit) : stretch.Take(query.Limit)];
        }
    }

    /// <inheritdoc/>
    public LogEntry? Find(MessageId id)
    {
        lock (_gate)
        {
            return _byId.GetValueOrDefault(id);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<LogEntry> Search(SearchQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        var words = SearchWords.Parse(query.Words);
        if (words.IsEmpty)
        {
            return [];
        }

        return [.. EntriesOf(query.RoomKeys)
            .Where(entry => entry.Kind != MessageKind.Topic && entry.Position < query.BeforePosition)
            .OrderByDescending(entry => entry.Position)
            .Where(entry =>
            {
                cancellation.ThrowIfCancellationRequested();
                return words.AreIn(entry.Text);
            })
            .Take(query.Limit)];
    }

    /// <summary>There is no index to bring further: always false.</summary>
    public bool IndexMore(int maxEntries) => false;

    /// <inheritdoc/>
    public bool Prune(RetentionPolicy policy, DateTimeOffset now, int maxEntries)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEntries, 1);
        lock (_gate)
        {
            var expired = _rooms.Values
                .SelectMany(room => room.Entries.Where(entry =>
                    (policy.MaxAge is { } age && entry.Time < LogRules.OldestKept(age, now))
                    || (policy.MaxEntriesPerRoom is { } most && entry.Number <= room.LastNumber - most)))
                .OrderBy(entry => entry.Position)
                .Take(maxEntries + 1)
                .ToList();
            foreach (var entry in expired.Take(maxEntries))
            {
                _rooms[entry.RoomKey].Entries.Remove(entry);
                _byId.Remove(entry.Id);
            }

            return expired.Count > maxEntries;
        }
    }

    /// <summary>Nothing to release.</summary>
    public void Dispose()
    {
    }

    private AppendResult Append(EntryDraft draft)
    {
        var time = LogRules.StoredTime(draft.Time);
        if (draft.Key is { } key && _keys.Find(key, time) is { } first)
        {
            return first with { IsDuplicate = true };
        }

        if (!_rooms.TryGetValue(draft.RoomKey, out var room))
        {
            room = new MemoryRoom(draft.Room, draft.RoomKey, time);
            _rooms.Add(draft.RoomKey, room);
        }

        var entry = new LogEntry(
            ++_lastPosition, draft.Id, room.Name, room.Key, ++room.LastNumber, draft.Kind, draft.Author, time, draft.Text);
        room.Entries.AddLast(entry);
        _byId.Add(entry.Id, entry);
        if (draft.Kind == MessageKind.Topic)
        {
            room.Topic = draft.Text.Length == 0 ? null : new StoredTopic(draft.Text, draft.Author, time);
        }

        if (room.Entries.Count > _maxEntriesPerRoom)
        {
            _byId.Remove(room.Entries.First!.Value.Id);
            room.Entries.RemoveFirst();
        }

        var result = new AppendResult(entry.Number, entry.Id, time, IsDuplicate: false);
        if (draft.Key is { } newKey)
        {
            _keys.Remember(newKey, result);
        }

        return result;
    }

    // Before anything changes, so that a refused batch leaves nothing behind.
    private void RefuseKnownIds(IReadOnlyList<EntryDraft> batch)
    {
        var seen = new HashSet<MessageId>();
        var keys = new HashSet<ResendKey>();
        foreach (var draft in batch)
        {
            var resent = draft.Key is { } key
                && (!keys.Add(key) || _keys.Find(key, LogRules.StoredTime(draft.Time)) is not null);
            if (!resent && (!seen.Add(draft.Id) || _byId.ContainsKey(draft.Id)))
            {
                throw LogRules.KnownId(draft.Id);
            }
        }
    }

    private List<LogEntry> EntriesOf(IReadOnlyList<string> roomKeys)
    {
        lock (_gate)
        {
            return [.. roomKeys
                .Distinct(StringComparer.Ordinal)
                .Where(_rooms.ContainsKey)
                .SelectMany(key => _rooms[key].Entries)];
        }
    }
}
