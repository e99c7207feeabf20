using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A message of nothing but tags (somebody is typing, a reaction). It takes no number.</summary>
/// <param name="Tags">The tags in their wire form.</param>
public sealed record TagMessagePosted(RoomName Room, Participant Actor, string Tags) : RoomEvent(Room, Actor);
