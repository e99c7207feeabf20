using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A message, an action or a notice was posted to a room.</summary>
public sealed record MessagePosted(
    RoomName Room,
    Participant Actor,
    MessageId Id,
    DateTimeOffset Time,
    MessageKind Kind,
    MessageText Message,
    ResendKey? Key) : RoomEntry(Room, Actor, Id, Time, Kind, Message.Value, Key)
{
    public override string? Formatted => Message.HasFormatting ? Message.Formatted : null;
}
