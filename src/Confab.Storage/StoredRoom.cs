namespace Confab.Storage;

/// <summary>What the log knows of a room: read once, at start.</summary>
/// <param name="Topic">The topic in force, or null where none is.</param>
public sealed record StoredRoom(
    string Name,
    string Key,
    DateTimeOffset Created,
    long LastNumber,
    StoredTopic? Topic);
