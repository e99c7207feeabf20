namespace Confab.Storage;

/// <summary>How busy a log is, and how far its upkeep (<see cref="IMessageLog.IndexMore"/>) is behind.</summary>
/// <param name="Appended">How many entries and events were appended since it was opened.</param>
/// <param name="Waiting">How many of all wait for upkeep; 0 where there is nothing to do.</param>
public readonly record struct LogBacklog(long Appended, long Waiting);
