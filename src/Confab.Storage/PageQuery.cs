namespace Confab.Storage;

/// <summary>
/// A page of one room's history, between two places. Both are exclusive. Where more lies between them than <see cref="Limit"/>,
/// <see cref="FromNewest"/> says which end is kept. Results always come in rising order of position.
/// </summary>
/// <param name="RoomKey">The room's folded name, or a conversation's key.</param>
/// <param name="After">Only what came after; null for all.</param>
/// <param name="Before">Only what came before; null for all.</param>
/// <param name="Limit">At most so many, entries and events together; positive.</param>
/// <param name="FromNewest">True: the newest of them; false: the oldest.</param>
/// <param name="WithEvents">True: entries of every kind, and events. False: only messages, actions and notices.</param>
/// <param name="MaxNumber">
/// The newest number allowed, so that an answer holds nothing committed after it was asked for. Events that came after that entry and before the
/// next are allowed, too.
/// </param>
public readonly record struct PageQuery(
    string RoomKey,
    HistoryPoint? After,
    HistoryPoint? Before,
    int Limit,
    bool FromNewest,
    bool WithEvents,
    long MaxNumber = long.MaxValue);
