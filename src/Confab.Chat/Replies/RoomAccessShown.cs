using Confab.Chat.Names;
using Confab.Chat.Rooms;

namespace Confab.Chat.Replies;

/// <summary>Whose a registered room is, and which accounts have a rank there for good.</summary>
/// <param name="Room">Which.</param>
/// <param name="Registration">What is known.</param>
public sealed record RoomAccessShown(RoomName Room, RoomRegistration Registration) : Reply;
