using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody left a room of their own will, or their connection ended.</summary>
/// <param name="Reason">What they gave as the reason; null where they gave none.</param>
/// <param name="Quit">True when the whole session ended.</param>
public sealed record MemberLeft(RoomName Room, Participant Actor, string? Reason, bool Quit) : RoomEvent(Room, Actor);
