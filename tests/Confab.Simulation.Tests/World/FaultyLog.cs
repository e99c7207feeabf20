using Confab.Chat.Messages;
using Confab.Simulation.Tests.Oracle;
using Confab.Storage;

namespace Confab.Simulation.Tests.World;

/// <summary>
/// A log that can fail and around whose commits the server can crash. It outlives every server of a run, as a disk does, and tells the
/// ledger what it committed and what it refused.
/// </summary>
internal sealed class FaultyLog(IMessageLog inner, Faults faults, Ledger ledger, Tally tally) : IMessageLog
{
    public Guid LogId => inner.LogId;

    public DateTimeOffset? LastTime => inner.LastTime;

    public IReadOnlyList<StoredRoom> LoadRooms() => inner.LoadRooms();

    public IReadOnlyList<StoredRecord> LoadRecords() => inner.LoadRecords();

    public void Append(LogBatch batch, Span<AppendResult> results)
    {
        try
        {
            faults.BeforeCommit();
        }
        catch (LogUnavailableException)
        {
            tally.Count(Corner.WriteFailed);
            ledger.Refused([.. batch.Entries.Where(draft => draft.Kind.TakesNumber())]);
            throw;
        }

        inner.Append(batch, results);
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            // The ledger holds what has a number; an event is remembered for playing back only.
            if (batch.Entries[i].Kind.TakesNumber())
            {
                ledger.Committed(batch.Entries[i], results[i]);
            }
        }

        faults.Pass(CrashPoint.AfterCommit);
    }

    public IReadOnlyList<LogEntry> Read(in RangeQuery query) => inner.Read(query);

    public IReadOnlyList<LogEntry>? Page(in PageQuery query) => inner.Page(query);

    public LogEntry? Find(MessageId id) => inner.Find(id);

    public IReadOnlyList<LogEntry> Search(SearchQuery query, CancellationToken cancellation = default) => inner.Search(query, cancellation);

    public bool IndexMore(int maxEntries) => inner.IndexMore(maxEntries);

    public bool Prune(RetentionPolicy policy, DateTimeOffset now, int maxEntries) => inner.Prune(policy, now, maxEntries);

    /// <summary>Nothing: a server that ends leaves the disk as it is.</summary>
    public void Dispose()
    {
    }
}
