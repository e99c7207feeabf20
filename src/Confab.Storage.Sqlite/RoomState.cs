namespace Confab.Storage.Sqlite;

/// <summary>What is cached of a room.</summary>
/// <param name="Name">As shown with its first entry, or with its first event while it has no entry.</param>
/// <param name="Created">When that was, in milliseconds since 1970.</param>
/// <param name="LastNumber">The number of its newest entry.</param>
/// <param name="LastEvent">The number of its newest event.</param>
internal readonly record struct RoomState(string Name, long Created, long LastNumber, long LastEvent);
