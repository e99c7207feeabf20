namespace Confab.Chat.Rooms;

/// <summary>An account's rank in a room as it is stored.</summary>
/// <param name="Rank">The rank's letter in IRC.</param>
internal sealed record StoredAccess(string Account, char Rank);
