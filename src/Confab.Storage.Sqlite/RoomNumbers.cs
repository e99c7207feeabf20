namespace Confab.Storage.Sqlite;

/// <summary>What is cached of a room: by which number the database knows it, and its last entry and event.</summary>
internal readonly record struct RoomNumbers(long Id, long LastNumber, long LastEvent);
