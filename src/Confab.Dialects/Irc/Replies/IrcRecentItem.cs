using Confab.Chat.Names;

namespace Confab.Dialects.Irc.Replies;

/// <summary>The last messages of a room that the client has just entered: everything later reaches it live.</summary>
/// <param name="Room">Which.</param>
/// <param name="Count">How many at most.</param>
internal sealed record IrcRecentItem(RoomName Room, int Count) : IrcItem;
