using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody gave another real name; the actor's is the new one.</summary>
public sealed record RealNameChanged(Participant Actor, IReadOnlyList<RoomName> Rooms) : UserEvent(Actor, Rooms);
