using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A room was set otherwise.</summary>
/// <param name="Changes">What was changed, in order; at least one.</param>
public sealed record ModesChanged(RoomName Room, Participant Actor, IReadOnlyList<ModeChange> Changes) : RoomEvent(Room, Actor);
