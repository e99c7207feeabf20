using Confab.Chat.Messages;
using Confab.Storage;

namespace Confab.Server.Tests.Hosting;

/// <summary>A log that only counts how it is looked after.</summary>
internal sealed class KeptLog(int steps) : IMessageLog
{
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _lookedAt = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _looks;

    /// <summary>How many messages come between one look at <see cref="Backlog"/> and the next.</summary>
    public long Flood { get; init; }

    /// <summary>How many wait for upkeep.</summary>
    public long Waiting { get; init; }

    /// <summary>Done when it was asked several times how busy it is.</summary>
    public Task LookedAt => _lookedAt.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public LogBacklog Backlog
    {
        get
        {
            if (++_looks == 4)
            {
                _lookedAt.TrySetResult();
            }

            return new LogBacklog(_looks * Flood, Waiting);
        }
    }

    public Exception? Failure { get; init; }

    /// <summary>Done when there is nothing more to index, and it was asked once more.</summary>
    public Task Idle => _idle.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public Task Failed => _failed.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public int Indexed { get; private set; }

    public int Pruned { get; private set; }

    public int LargestStep { get; private set; }

    public Guid LogId { get; } = Guid.Empty;

    public bool IndexMore(int maxEntries)
    {
        if (Failure is not null)
        {
            _failed.TrySetResult();
            throw Failure;
        }

        LargestStep = Math.Max(LargestStep, maxEntries);
        if (Indexed >= steps)
        {
            _idle.TrySetResult();
        }

        return ++Indexed < steps;
    }

    public bool Prune(RetentionPolicy policy, DateTimeOffset now, int maxEntries)
    {
        LargestStep = Math.Max(LargestStep, maxEntries);
        return ++Pruned < steps;
    }

    public DateTimeOffset? LastTime => null;

    public IReadOnlyList<StoredRoom> LoadRooms() => [];

    public IReadOnlyList<StoredRecord> LoadRecords() => [];

    public void Append(LogBatch batch, Span<AppendResult> results) => throw new NotSupportedException();

    public IReadOnlyList<LogEntry> Read(in RangeQuery query) => [];

    public IReadOnlyList<LogEntry>? Page(in PageQuery query) => [];

    public LogEntry? Find(MessageId id) => null;

    public IReadOnlyList<LogEntry> Search(SearchQuery query, CancellationToken cancellation = default) => [];

    public void Dispose()
    {
        // Nothing is held.
    }
}
