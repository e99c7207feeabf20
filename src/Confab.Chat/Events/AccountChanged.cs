using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody logged in to an account or out of it; the actor's account is the new one.</summary>
public sealed record AccountChanged(Participant Actor, IReadOnlyList<RoomName> Rooms) : UserEvent(Actor, Rooms);
