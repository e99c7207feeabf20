using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody was removed from a room by somebody else.</summary>
/// <param name="Victim">Who had to go.</param>
public sealed record MemberKicked(RoomName Room, Participant Actor, Participant Victim, string? Reason) : RoomEvent(Room, Actor);
