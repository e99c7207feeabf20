using Confab.Chat.Names;

namespace Confab.Chat.Lookups;

/// <summary>A search over rooms that the asker may read.</summary>
/// <param name="Before">Only entries before this number of the one room, to page on; <see cref="long.MaxValue"/> for the first page.</param>
public sealed record SearchLookup(string Words, IReadOnlyList<RoomName> Rooms, long Before, int Limit) : Lookup;
