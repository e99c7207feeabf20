namespace Confab.Storage.Sqlite.Journal;

/// <summary>A draft that is kept, and the numbers it was given.</summary>
/// <param name="Draft">Which of the batch's drafts.</param>
/// <param name="Room">Where.</param>
/// <param name="Number">An entry's number; of an event the number it came after.</param>
/// <param name="EventNumber">An event's own number; 0 for an entry.</param>
internal readonly record struct Placed(int Draft, LedgerRoom Room, long Number, long EventNumber);
