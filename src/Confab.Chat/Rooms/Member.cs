using Confab.Chat.Sessions;

namespace Confab.Chat.Rooms;

/// <summary>One session in one room.</summary>
public sealed record Member(Session Session, Rank Rank);
