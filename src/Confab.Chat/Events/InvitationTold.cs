using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody was asked into a room: told to those who keep order there.</summary>
/// <param name="Target">Who was asked.</param>
public sealed record InvitationTold(RoomName Room, Participant Actor, Participant Target) : RoomEvent(Room, Actor);
