namespace Confab.Chat.Replies;

/// <summary>The rooms of the server, by name.</summary>
public sealed record RoomsListed(IReadOnlyList<RoomShown> Rooms) : Reply;
