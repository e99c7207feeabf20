using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody is away, or here again.</summary>
/// <param name="Message">Why it is away; null where it is here again.</param>
public sealed record AwayChanged(Participant Actor, IReadOnlyList<RoomName> Rooms, string? Message) : UserEvent(Actor, Rooms);
