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

    /// <summary>Its id in the history; null for what is not remembered.</summary>
    public MessageId? EventId { get; private set; }

    public virtual bool Equals(ChatEvent? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>Tells the event the id under which it is remembered.</summary>
    public void Remembered(MessageId id) => EventId = id;

    internal void Decided(DateTimeOffset now) => HappenedAt = now;
}
