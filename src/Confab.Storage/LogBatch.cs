namespace Confab.Storage;

/// <summary>What one transaction remembers. One of the two may be empty.</summary>
/// <param name="Entries">Entries and events, in their order.</param>
/// <param name="Records">Records to be set or removed; where one comes twice, the last counts.</param>
public sealed record LogBatch(IReadOnlyList<EntryDraft> Entries, IReadOnlyList<StoredRecord> Records)
{
    /// <summary>A batch of entries and events alone.</summary>
    public static LogBatch Of(params IReadOnlyList<EntryDraft> entries) => new(entries, []);
}
