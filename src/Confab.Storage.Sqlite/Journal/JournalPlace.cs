namespace Confab.Storage.Sqlite.Journal;

/// <summary>How far back a journal has been read.</summary>
/// <param name="BeforeRow">Only rows of smaller numbers are left.</param>
/// <param name="BeforePosition">What is not in the journal any more, or was not looked at, has smaller positions.</param>
internal readonly record struct JournalPlace(long BeforeRow, long BeforePosition)
{
    public static JournalPlace Newest { get; } = new(long.MaxValue, long.MaxValue);
}
