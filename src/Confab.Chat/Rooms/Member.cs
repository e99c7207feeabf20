using Confab.Chat.Sessions;

namespace Confab.Chat.Rooms;

/// <summary>One user in one room.</summary>
public sealed record Member(User User, Rank Rank);
