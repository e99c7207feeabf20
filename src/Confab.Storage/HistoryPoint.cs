using Confab.Chat.Messages;

namespace Confab.Storage;

/// <summary>A place in a room's history: an entry or event of it, or a moment.</summary>
public sealed record HistoryPoint
{
    private HistoryPoint(MessageId? id, DateTimeOffset time) => (Id, Time) = (id, time);

    /// <summary>The id of the entry or event; null where it is a moment.</summary>
    public MessageId? Id { get; }

    /// <summary>The moment, in UTC and whole milliseconds as logs keep times; only where there is no <see cref="Id"/>.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The place of an entry or event.</summary>
    public static HistoryPoint Of(MessageId id) => new(id, default);

    /// <summary>A moment. All that happened within its millisecond is at that place, neither before nor after it.</summary>
    public static HistoryPoint At(DateTimeOffset time) => new(id: null, LogRules.StoredTime(time));
}
