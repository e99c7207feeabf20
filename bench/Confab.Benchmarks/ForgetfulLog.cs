using Confab.Chat.Messages;
using Confab.Storage;

namespace Confab.Benchmarks;

/// <summary>A log that gives numbers and keeps nothing, so that what is measured beside it is the rest of the way.</summary>
internal sealed class ForgetfulLog : IMessageLog
{
    private long _number;

    public Guid LogId => Guid.Empty;

    public DateTimeOffset? LastTime => null;

    public IReadOnlyList<StoredRoom> LoadRooms() => [];

    public IReadOnlyList<StoredRecord> LoadRecords() => [];

    public void Append(LogBatch batch, Span<AppendResult> results)
    {
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            var draft = batch.Entries[i];
            results[i] = new AppendResult(draft.Kind.TakesNumber() ? ++_number : _number, draft.Id, draft.Time, IsDuplicate: false);
        }
    }

    public IReadOnlyList<LogEntry> Read(in RangeQuery query) => [];

    public IReadOnlyList<LogEntry>? Page(in PageQuery query) => [];

    public LogEntry? Find(MessageId id) => null;

    public IReadOnlyList<LogEntry> Search(SearchQuery query, CancellationToken cancellation = default) => [];

    public bool IndexMore(int maxEntries) => false;

    public bool Prune(RetentionPolicy policy, DateTimeOffset now, int maxEntries) => false;

    public void Dispose()
    {
    }
}
