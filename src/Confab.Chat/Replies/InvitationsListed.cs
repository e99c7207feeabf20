using Confab.Chat.Names;

namespace Confab.Chat.Replies;

/// <summary>The rooms that the asker is invited to, the oldest invitation first.</summary>
public sealed record InvitationsListed(IReadOnlyList<RoomName> Rooms) : Reply;
