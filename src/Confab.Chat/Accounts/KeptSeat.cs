using Confab.Chat.Rooms;

namespace Confab.Chat.Accounts;

/// <summary>A room that a user sits in, and what it is there.</summary>
internal sealed record KeptSeat(string Room, Rank Rank = Rank.None);
