using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A message to those members of a room who have some rank. It takes no number and is kept nowhere.</summary>
/// <param name="MinimumRank">The rank that one needs to hear it.</param>
public sealed record StatusMessagePosted(
    RoomName Room,
    Participant Actor,
    MessageId Id,
    DateTimeOffset Time,
    MessageKind Kind,
    MessageText Message,
    Rank MinimumRank) : RoomEvent(Room, Actor)
{
    /// <summary>Message tags that the author's client added for others, in their wire form; null for none.</summary>
    public string? Tags { get; init; }
}
