using Confab.Chat.Messages;
using Confab.Storage;
using Confab.Storage.Memory;

namespace Confab.Server.Tests.Engine;

/// <summary>A log in memory that a test may hold up or make fail.</summary>
internal sealed class HeldLog : IMessageLog
{
    private readonly MemoryMessageLog _log = new(logId: Guid.Empty);

    /// <summary>Called within each look-up, on the thread that reads; may throw.</summary>
    public Action? WhenRead { get; set; }

    /// <summary>Why nothing can be written now; null where it can.</summary>
    public string? Refusal { get; set; }

    public Guid LogId => _log.LogId;

    public DateTimeOffset? LastTime => _log.LastTime;

    public IReadOnlyList<StoredRoom> LoadRooms() => _log.LoadRooms();

    public IReadOnlyList<StoredRecord> LoadRecords() => _log.LoadRecords();

    public void Append(LogBatch batch, Span<AppendResult> results)
    {
        if (Refusal is not null)
        {
            throw new LogUnavailableException(Refusal);
        }

        _log.Append(batch, results);
    }

    public IReadOnlyList<LogEntry> Read(in RangeQuery query)
    {
        WhenRead?.Invoke();
        return _log.Read(query);
    }

    public IReadOnlyList<LogEntry>? Page(in PageQuery query)
    {
        WhenRead?.Invoke();
        return _log.Page(query);
    }

    public LogEntry? Find(MessageId id)
    {
        WhenRead?.Invoke();
        return _log.Find(id);
    }

    public IReadOnlyList<LogEntry> Search(SearchQuery query, CancellationToken cancellation = default)
    {
        WhenRead?.Invoke();
        cancellation.ThrowIfCancellationRequested();
        return _log.Search(query, cancellation);
    }

    public bool IndexMore(int maxEntries) => _log.IndexMore(maxEntries);

    public bool Prune(RetentionPolicy policy, DateTimeOffset now, int maxEntries) => _log.Prune(policy, now, maxEntries);

    public void Dispose() => _log.Dispose();
}
