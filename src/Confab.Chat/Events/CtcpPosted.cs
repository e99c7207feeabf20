using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A question from one program to others in a room, or an answer to one (CTCP). It is no talk: only doors that speak it show it, and it is kept nowhere.</summary>
/// <param name="Kind">A message asks, a notice answers.</param>
/// <param name="Text">One line with its marks, as it was sent.</param>
public sealed record CtcpPosted(RoomName Room, Participant Actor, MessageKind Kind, string Text) : RoomEvent(Room, Actor)
{
    /// <summary>The rank that one needs to hear it; <see cref="Rank.None"/> for all members.</summary>
    public Rank MinimumRank { get; init; }

    /// <summary>Message tags that the author's client added for others, in their wire form; null for none.</summary>
    public string? Tags { get; init; }
}
