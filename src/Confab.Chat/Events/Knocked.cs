using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody outside asks to be let in: told to those who keep order in the room.</summary>
/// <param name="Text">What they say to it; null for nothing.</param>
public sealed record Knocked(RoomName Room, Participant Actor, string? Text) : RoomEvent(Room, Actor);
