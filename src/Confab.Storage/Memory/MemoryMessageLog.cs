using Confab.Chat.Messages;
using Confab.Storage.Search;

namespace Confab.Storage.Memory;

/// <summary>
/// The log in memory: for <c>--ephemeral</c>, tests and the simulation. It keeps every promise of the contract but durability, in the
/// most obvious way, so it is also what the other logs are compared with. One lock guards all of it.
/// </summary>
public sealed class MemoryMessageLog : IMessageLog
{
    /// <summary>How many entries, and how many events, a room keeps unless told otherwise: some ten megabytes in the busiest room.</summary>
    public const int DefaultMaxEntriesPerRoom = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, MemoryRoom> _rooms = [];
    private readonly Dictionary<(string Kind, string Key), StoredRecord> _records = [];
    private readonly MemoryIds _ids = new();
    private readonly MemoryResendKeys _keys = new();
    private readonly int _maxEntriesPerRoom;
    private long _lastPosition;

    /// <summary>Makes an empty log.</summary>
    /// <param name="maxEntriesPerRoom">
    /// When a room has more entries, its oldest are removed with the events before the rest, so that the server cannot grow without bound; so
    /// are the oldest of more events than that.
    /// </param>
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
    public DateTimeOffset? LastTime
    {
        get
        {
            lock (_gate)
            {
                return _rooms.Values.Max(room => (DateTimeOffset?)room.LastTime);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredRoom> LoadRooms()
    {
        lock (_gate)
        {
            return [.. _rooms.Values
                .Where(room => room.LastNumber > 0)
                .Select(room => new StoredRoom(room.Name, room.Key, room.Created, room.LastNumber, room.Topic, room.LastSaid))];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredRecord> LoadRecords()
    {
        lock (_gate)
        {
            return [.. _records.Values];
        }
    }

    /// <inheritdoc/>
    public void Append(LogBatch batch, Span<AppendResult> results)
    {
        LogRules.Check(batch, results.Length);
        lock (_gate)
        {
            RefuseKnownIds(batch.Entries);
            for (var i = 0; i < batch.Entries.Count; i++)
            {
                results[i] = Append(batch.Entries[i]);
            }

            foreach (var record in batch.Records)
            {
                Set(record);
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
    public IReadOnlyList<LogEntry>? Page(in PageQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        var asked = query;
        lock (_gate)
        {
            LogEntry? after = null;
            LogEntry? before = null;
            if ((query.After?.Id is { } afterId && (after = _ids.FindIn(query.RoomKey, afterId)) is null)
                || (query.Before?.Id is { } beforeId && (before = _ids.FindIn(query.RoomKey, beforeId)) is null))
            {
                return null;
            }

            if (!_rooms.TryGetValue(query.RoomKey, out var room))
            {
                return [];
            }

            var stretch = (query.WithEvents ? room.All : room.Entries.Where(entry => entry.Kind.IsSaid()))
                .Where(entry => entry.Number <= asked.MaxNumber
                    && (asked.After is null || (after is null ? entry.Time > asked.After.Time : entry.Position > after.Position))
                    && (asked.Before is null || (before is null ? entry.Time < asked.Before.Time : entry.Position < before.Position)));
            return [.. query.FromNewest ? stretch.TakeLast(query.Limit) : stretch.Take(query.Limit)];
        }
    }

    /// <inheritdoc/>
    public LogEntry? Find(MessageId id)
    {
        lock (_gate)
        {
            return _ids.Find(id);
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
                .SelectMany(room => Expired(room, policy, now))
                .OrderBy(entry => entry.Position)
                .Take(maxEntries + 1)
                .ToList();
            foreach (var entry in expired.Take(maxEntries))
            {
                var room = _rooms[entry.RoomKey];
                room.ListOf(entry.Kind).Remove(entry);
                _ids.Remove(entry);
                if (room is { LastNumber: 0, Events.Count: 0 })
                {
                    _rooms.Remove(room.Key);
                }
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
        if (draft.Kind.TakesNumber() && draft.Key is { } key && _keys.Find(key, time) is { } first)
        {
            return first with { IsDuplicate = true };
        }

        if (!_rooms.TryGetValue(draft.RoomKey, out var room))
        {
            room = new MemoryRoom(draft.Room, draft.RoomKey, time);
            _rooms.Add(draft.RoomKey, room);
        }

        room.LastTime = time > room.LastTime ? time : room.LastTime;
        if (draft.Kind.IsSaid())
        {
            room.LastSaid = time;
        }

        if (draft.Kind.TakesNumber() && ++room.LastNumber == 1)
        {
            room.Begin(draft.Room, time);
        }

        var entry = new LogEntry(++_lastPosition, draft.Id, room.Name, room.Key, room.LastNumber, draft.Kind, draft.Author, time, draft.Text)
        {
            Account = draft.Account,
            Source = draft.Source,
            Tags = draft.Tags,
            Target = draft.Target,
            Formatted = draft.Formatted,
        };
        room.ListOf(draft.Kind).AddLast(entry);
        _ids.Add(entry);
        KeepBound(room);
        var result = new AppendResult(entry.Number, entry.Id, time, IsDuplicate: false);
        if (!draft.Kind.TakesNumber())
        {
            return result;
        }

        if (draft.Kind == MessageKind.Topic)
        {
            room.Topic = draft.Text.Length == 0 ? null : new StoredTopic(draft.Text, draft.Author, time);
        }

        if (draft.Key is { } newKey)
        {
            _keys.Remember(newKey, result);
        }

        return result;
    }

    private void KeepBound(MemoryRoom room)
    {
        if (room.Entries.Count > _maxEntriesPerRoom)
        {
            RemoveFirst(room.Entries);
            while (room.Events.First is { } happened && happened.Value.Position < room.Entries.First!.Value.Position)
            {
                RemoveFirst(room.Events);
            }
        }

        if (room.Events.Count > _maxEntriesPerRoom)
        {
            RemoveFirst(room.Events);
        }
    }

    private void RemoveFirst(LinkedList<LogEntry> entries)
    {
        _ids.Remove(entries.First!.Value);
        entries.RemoveFirst();
    }

    private void Set(StoredRecord record)
    {
        var key = (record.Kind, record.Key);
        if (record.Value is null)
        {
            _records.Remove(key);
        }
        else
        {
            _records[key] = record;
        }
    }

    // Before anything changes, so that a refused batch leaves nothing behind.
    private void RefuseKnownIds(IReadOnlyList<EntryDraft> batch)
    {
        var seen = new HashSet<MessageId>();
        var keys = new HashSet<ResendKey>();
        foreach (var draft in batch.Where(draft => draft.Kind.TakesNumber()))
        {
            var resent = draft.Key is { } key
                && (!keys.Add(key) || _keys.Find(key, LogRules.StoredTime(draft.Time)) is not null);
            if (!resent && (!seen.Add(draft.Id) || _ids.HasEntry(draft.Id)))
            {
                throw LogRules.KnownId(draft.Id);
            }
        }
    }

    private static IEnumerable<LogEntry> Expired(MemoryRoom room, RetentionPolicy policy, DateTimeOffset now)
    {
        var (last, most) = (room.LastNumber, policy.MaxEntriesPerRoom ?? long.MaxValue);
        var surplus = room.Events.Count - most;
        return room.Entries.Where(entry => IsTooOld(entry) || entry.Number <= last - most)
            .Concat(room.Events.Where((happened, index) => IsTooOld(happened) || happened.Number <= last - most || index < surplus));

        bool IsTooOld(LogEntry entry) => policy.MaxAge is { } age && entry.Time < LogRules.OldestKept(age, now);
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
