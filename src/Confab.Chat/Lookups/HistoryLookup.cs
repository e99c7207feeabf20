using Confab.Chat.Names;

namespace Confab.Chat.Lookups;

/// <summary>A stretch of one room's history; both bounds exclusive.</summary>
/// <param name="FromNewest">Which end is kept where more lie between the bounds than the limit.</param>
public sealed record HistoryLookup(RoomName Room, long After, long Before, int Limit, bool FromNewest) : Lookup;
