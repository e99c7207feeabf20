namespace Confab.Storage.Sqlite.Journal;

/// <summary>What an entry in the journal has beside what all have. Stored; the numbers never change.</summary>
[Flags]
internal enum EntryFlags
{
    None = 0,
    Key = 1,
    Account = 2,
    Source = 4,
    Tags = 8,
    Target = 16,
    Formatted = 32,
}
