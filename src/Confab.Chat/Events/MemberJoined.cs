using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody entered a room.</summary>
/// <param name="After">The number of the room's newest entry at that moment: everything up to it came before.</param>
public sealed record MemberJoined(RoomName Room, Participant Actor, long After) : RoomEvent(Room, Actor)
{
    /// <summary>Why it is away; null where it is here.</summary>
    public string? Away { get; init; }
}
