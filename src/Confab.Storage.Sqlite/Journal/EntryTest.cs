namespace Confab.Storage.Sqlite.Journal;

/// <summary>Whether an entry or event of the journal is wanted.</summary>
internal delegate bool EntryTest(in JournalEntry entry);
