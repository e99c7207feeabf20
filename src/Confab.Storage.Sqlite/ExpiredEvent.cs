namespace Confab.Storage.Sqlite;

/// <summary>What the removal of an event needs of it.</summary>
internal readonly record struct ExpiredEvent(long Position, long Room);
