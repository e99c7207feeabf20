using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A message of nothing but tags (somebody is typing, a reaction). It takes no number.</summary>
/// <param name="Tags">The tags in their wire form; empty for none.</param>
/// <param name="IsFleeting">True where it tells of a moment only, such as that somebody is typing: nobody needs to read it later.</param>
public sealed record TagMessagePosted(RoomName Room, Participant Actor, string Tags, bool IsFleeting = false) : RoomEvent(Room, Actor)
{
    /// <summary>The rank that one needs to hear it; <see cref="Rank.None"/> for all members.</summary>
    public Rank MinimumRank { get; init; }
}
