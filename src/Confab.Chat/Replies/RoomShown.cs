using Confab.Chat.Names;

namespace Confab.Chat.Replies;

/// <summary>A room as lists show it.</summary>
public sealed record RoomShown(RoomName Room, int Members, string? Topic);
