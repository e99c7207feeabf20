namespace Confab.Storage;

/// <summary>
/// A stretch of one room's history. Both bounds are exclusive. Where more entries lie between them than <see cref="Limit"/>,
/// <see cref="FromNewest"/> says which end is kept. Results always come in rising order of number.
/// </summary>
/// <param name="RoomKey">The room's folded name.</param>
/// <param name="After">Only entries with a larger number; 0 for all.</param>
/// <param name="Before">Only entries with a smaller number; <see cref="long.MaxValue"/> for all.</param>
/// <param name="Limit">At most so many entries; positive.</param>
/// <param name="FromNewest">True: the newest of them; false: the oldest.</param>
public readonly record struct RangeQuery(string RoomKey, long After, long Before, int Limit, bool FromNewest);
