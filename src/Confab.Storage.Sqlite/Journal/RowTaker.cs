namespace Confab.Storage.Sqlite.Journal;

/// <summary>Gets a row of the journal, whose bytes are valid until it returns; false when it wants no more.</summary>
internal delegate bool RowTaker(ReadOnlySpan<byte> batch);
