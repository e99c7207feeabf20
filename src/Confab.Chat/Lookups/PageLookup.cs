using Confab.Chat.Names;

namespace Confab.Chat.Lookups;

/// <summary>A page of the history of one room or conversation, between two places; both exclusive. The answer is in rising order.</summary>
/// <param name="Room">Of what.</param>
/// <param name="After">Only what came after this place; null for no bound.</param>
/// <param name="Before">Only what came before this place; null for no bound.</param>
/// <param name="Limit">At most so many.</param>
/// <param name="FromNewest">Which end is kept where more lie between the bounds than the limit.</param>
/// <param name="WithEvents">True: topics, joins, leaves and the like too.</param>
/// <param name="MaxNumber">The newest number of the room when it was asked; nothing later is part of the answer.</param>
public sealed record PageLookup(
    RoomName Room, PagePoint? After, PagePoint? Before, int Limit, bool FromNewest, bool WithEvents, long MaxNumber) : Lookup
{
    /// <summary>
    /// True: the bounds are the same place, and half of the page is on each side of it; an entry that stands there itself comes between.
    /// </summary>
    public bool IsAround { get; init; }
}
