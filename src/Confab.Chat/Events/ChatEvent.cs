using Confab.Chat.Messages;

namespace Confab.Chat.Events;

/// <summary>
/// Something that happened. Events are values: they can be encoded, stored or applied anywhere, at any later time. When it happened and under
/// which id are stamped on it, and do not count when two are compared.
/// </summary>
public abstract record ChatEvent
{
    /// <summary>When it was decided.</summary>
    public DateTimeOffset HappenedAt { get; private set; }

    /// <summary>The id under which others are told of it, and under which the history has it where it is remembered; null for none.</summary>
    public MessageId? EventId { get; private set; }

    public virtual bool Equals(ChatEvent? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Tells the event its id.</summary>
    public void Remembered(MessageId id) => EventId = id;

    internal void Decided(DateTimeOffset now) => HappenedAt = now;
}
