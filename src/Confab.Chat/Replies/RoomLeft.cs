using Confab.Chat.Names;

namespace Confab.Chat.Replies;

/// <summary>The session left the room.</summary>
public sealed record RoomLeft(RoomName Room) : Reply;
