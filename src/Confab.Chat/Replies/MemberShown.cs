using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Replies;

/// <summary>A member as lists show it.</summary>
public sealed record MemberShown(Participant Who, Rank Rank);
