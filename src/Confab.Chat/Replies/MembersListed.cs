using Confab.Chat.Names;

namespace Confab.Chat.Replies;

/// <summary>Who sits in a room, in the order of joining.</summary>
public sealed record MembersListed(RoomName Room, IReadOnlyList<MemberShown> Members) : Reply;
