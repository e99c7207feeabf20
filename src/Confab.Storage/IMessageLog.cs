using Confab.Chat.Messages;

namespace Confab.Storage;

/// <summary>
/// What must be remembered. One thread appends; reading is safe from any thread, at the same time. A batch is one transaction:
/// after <see cref="Append"/> returned, all of it survives what <see cref="Durability"/> promises; when it threw, none of it exists.
/// <see cref="IndexMore"/> and <see cref="Prune"/> may be called on a thread of their own. Reading throws
/// <see cref="LogUnavailableException"/> where the storage fails.
/// </summary>
public interface IMessageLog : IDisposable
{
    /// <summary>A random name made with the log itself: numbers are comparable only within one log.</summary>
    Guid LogId { get; }

    /// <summary>All rooms the log knows, with their last number and topic.</summary>
    IReadOnlyList<StoredRoom> LoadRooms();

    /// <summary>
    /// Appends the batch in order, in one transaction. Each draft gets the next number of its room, unless its key was used within
    /// the last 24 hours (by the drafts' times), in an earlier batch or earlier in this one. A <see cref="MessageKind.Topic"/> entry
    /// also becomes the room's topic (empty text clears it).
    /// </summary>
    /// <param name="batch">The drafts, not empty.</param>
    /// <param name="results">One result per draft; at least as long as the batch.</param>
    /// <exception cref="LogUnavailableException">Nothing was kept; the next attempt may succeed.</exception>
    /// <exception cref="ArgumentException">
    /// A mistake of the caller (an id that the log already has, no drafts); nothing was kept.
    /// </exception>
    void Append(IReadOnlyList<EntryDraft> batch, Span<AppendResult> results);

    /// <summary>Reads a stretch of a room, in rising order; empty for an unknown room.</summary>
    IReadOnlyList<LogEntry> Read(in RangeQuery query);

    /// <summary>Finds an entry by its id, or null.</summary>
    LogEntry? Find(MessageId id);

    /// <summary>
    /// Searches; complete at every moment: what the index has not reached yet is scanned. Newest first. No words, no results.
    /// </summary>
    IReadOnlyList<LogEntry> Search(SearchQuery query, CancellationToken cancellation = default);

    /// <summary>Brings the search index a step further, by at most <paramref name="maxEntries"/>. True when more waits.</summary>
    /// <exception cref="LogUnavailableException">
    /// The index cannot be written now; searches stay complete, and a later call goes on.
    /// </exception>
    bool IndexMore(int maxEntries);

    /// <summary>Removes at most <paramref name="maxEntries"/> entries that the policy no longer keeps. True when more waits.</summary>
    /// <exception cref="LogUnavailableException">Nothing was removed; a later call tries again.</exception>
    bool Prune(RetentionPolicy policy, DateTimeOffset now, int maxEntries);
}
