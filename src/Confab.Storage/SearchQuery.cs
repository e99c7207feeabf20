namespace Confab.Storage;

/// <summary>
/// A search over messages, actions and notices (topics are not searched): every word must occur somewhere in the text, as a part of a
/// word too; letter case does not count (<see cref="Search.SearchFold"/>). Newest first.
/// </summary>
/// <param name="Words">What the person typed: words apart by white space; no operators.</param>
/// <param name="RoomKeys">Only these rooms; the caller passes just rooms that the asker may read.</param>
/// <param name="BeforePosition">Only entries of a smaller position, to page on; <see cref="long.MaxValue"/> for the first page.</param>
/// <param name="Limit">At most so many; positive.</param>
public sealed record SearchQuery(string Words, IReadOnlyList<string> RoomKeys, long BeforePosition, int Limit);
