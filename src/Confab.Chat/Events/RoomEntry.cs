using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A room event that is remembered: it takes the room's next number when the log commits it.</summary>
public abstract record RoomEntry(
    RoomName Room,
    Participant Actor,
    MessageId Id,
    DateTimeOffset Time,
    MessageKind Kind,
    string Text,
    ResendKey? Key) : RoomEvent(Room, Actor)
{
    /// <summary>The entry's id; once it is committed, that of the first message where this one was a resend.</summary>
    public MessageId Id { get; private set; } = Id;

    /// <summary>When it was decided; likewise.</summary>
    public DateTimeOffset Time { get; private set; } = Time;

    /// <summary>The entry's number in its room; 0 until it is committed.</summary>
    public long Number { get; private set; }

    /// <summary>Message tags that the author's client added for others, in their wire form; null for none.</summary>
    public string? Tags { get; init; }

    /// <summary>The text with its formatting, where it has any (<see cref="MessageText.Formatted"/>); otherwise null.</summary>
    public virtual string? Formatted => null;

    /// <summary>False for what goes the way of an entry and is kept nowhere.</summary>
    public virtual bool IsRemembered => true;

    /// <summary>Tells the entry its number, once, when it has been committed and before anybody sees it.</summary>
    public void Commit(long number)
    {
        if (Number != 0)
        {
            throw new InvalidOperationException($"Entry {Id} has the number {Number} already and cannot take {number}.");
        }

        Number = number;
    }

    /// <summary>Tells the entry that it was a resend: it is shown to nobody but its author, as the message that was posted first.</summary>
    public void CommitAsResend(long number, MessageId first, DateTimeOffset time)
    {
        Commit(number);
        Id = first;
        Time = time;
    }
}
