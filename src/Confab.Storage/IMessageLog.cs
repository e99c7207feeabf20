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

    /// <summary>
    /// The latest time of all entries and events in the rooms it knows; null where it knows none. A clock that never falls behind it keeps
    /// a room's times in the order of its history, as <see cref="Page"/> wants them.
    /// </summary>
    DateTimeOffset? LastTime { get; }

    /// <summary>
    /// All rooms and conversations that ever had an entry, with their last number and topic. One that had only events is left out.
    /// </summary>
    IReadOnlyList<StoredRoom> LoadRooms();

    /// <summary>All records, in no particular order.</summary>
    IReadOnlyList<StoredRecord> LoadRecords();

    /// <summary>
    /// Appends the batch in order, in one transaction. Each entry gets the next number of its room, unless its key was used within
    /// the last 24 hours (by the drafts' times), in an earlier batch or earlier in this one. A <see cref="MessageKind.Topic"/> entry
    /// also becomes the room's topic (empty text clears it). Events take their places among the entries and no number; nothing about an event
    /// makes the log refuse a batch.
    /// </summary>
    /// <param name="batch">Entries, events and records; not all empty.</param>
    /// <param name="results">One result per entry and event; at least as long as those.</param>
    /// <exception cref="LogUnavailableException">Nothing was kept; the next attempt may succeed.</exception>
    /// <exception cref="ArgumentException">
    /// A mistake of the caller (an entry's id that the log already has, an empty batch); nothing was kept.
    /// </exception>
    void Append(LogBatch batch, Span<AppendResult> results);

    /// <summary>Reads a stretch of a room's entries, in rising order; empty for an unknown room.</summary>
    IReadOnlyList<LogEntry> Read(in RangeQuery query);

    /// <summary>
    /// Reads a page of a room's entries, and its events where wanted, in rising order; empty for an unknown room. Moments are found by
    /// halving, for a room's times are taken to rise with its history; where they do not, a page may begin or end elsewhere.
    /// </summary>
    /// <returns>Null where a place is given by an id that is unknown, removed, or of another room.</returns>
    IReadOnlyList<LogEntry>? Page(in PageQuery query);

    /// <summary>Finds an entry or an event by its id, or null. Of an event in several rooms it is the one that was appended first.</summary>
    LogEntry? Find(MessageId id);

    /// <summary>
    /// Searches entries; complete at every moment: what the index has not reached yet is scanned. Newest first. No words, no results.
    /// </summary>
    IReadOnlyList<LogEntry> Search(SearchQuery query, CancellationToken cancellation = default);

    /// <summary>What upkeep has to do, from any thread and at no cost. Whoever calls <see cref="IndexMore"/> may put it off while the log is busy.</summary>
    LogBacklog Backlog => default;

    /// <summary>
    /// Brings what follows behind the log a step further, by about <paramref name="maxEntries"/>: its own order, where it appends to a journal
    /// first, then the search index. True when more waits.
    /// </summary>
    /// <exception cref="LogUnavailableException">
    /// It cannot be written now; reading and searches stay complete, and a later call goes on.
    /// </exception>
    bool IndexMore(int maxEntries);

    /// <summary>
    /// Removes at most <paramref name="maxEntries"/> entries and events that the policy no longer keeps. True when more waits.
    /// </summary>
    /// <exception cref="LogUnavailableException">Nothing was removed; a later call tries again.</exception>
    bool Prune(RetentionPolicy policy, DateTimeOffset now, int maxEntries);

    /// <summary>
    /// Gives memory back that is held only to be faster, such as cached pages: for when a busy time is over. From any thread; an append may have to wait
    /// for some milliseconds. What cannot be given back is kept, without a word.
    /// </summary>
    void GiveBackMemory()
    {
    }
}
