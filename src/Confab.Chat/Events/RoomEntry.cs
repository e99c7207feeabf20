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
    /// <summary>The entry's number in its room; 0 until it is committed.</summary>
    public long Number { get; private set; }

    /// <summary>Tells the entry its number, once, when it has been committed and before anybody sees it.</summary>
    public void Commit(long number)
    {
        if (Number != 0)
        {
            throw new InvalidOperationException($"Entry {Id} has the number {Number} already and cannot take {number}.");
        }

        Number = number;
    }
}
