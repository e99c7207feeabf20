namespace Confab.Storage;

/// <summary>What the log knows of a room or a conversation: read once, at start.</summary>
/// <param name="Name">The name as shown with its first entry.</param>
/// <param name="Key">The folded name; begins with <c>@</c> where it is a conversation.</param>
/// <param name="Created">The time of its first entry.</param>
/// <param name="LastNumber">The number of its newest entry, at least 1; the entry itself may be gone.</param>
/// <param name="Topic">The topic in force, or null where none is.</param>
/// <param name="LastTime">The time of the newest message, action or notice, which may itself be gone; null where there never was one.</param>
public sealed record StoredRoom(
    string Name,
    string Key,
    DateTimeOffset Created,
    long LastNumber,
    StoredTopic? Topic,
    DateTimeOffset? LastTime = null);
