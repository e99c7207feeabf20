namespace Confab.Storage.Sqlite;

/// <summary>Where and how an embedded log is kept.</summary>
public sealed record SqliteLogOptions
{
    /// <summary>
    /// The directory that belongs to this log alone; made (readable by its owner only) where it is missing. It holds the log
    /// (<c>messages.db</c>), the search index, which can be deleted at any time the server is stopped (<c>search.db</c>), and
    /// what locks the directory against a second server.
    /// </summary>
    public required string DataDirectory { get; init; }

    /// <summary>What an acknowledged message survives; not <see cref="Durability.None"/>, which is the log in memory.</summary>
    public Durability Durability { get; init; } = Durability.PowerLoss;

    /// <summary>
    /// How many entries and events may wait in the journal to be put in order. Beyond that each append puts some in order itself, so that
    /// appending slows down and nothing grows without bound. 400,000 take some seconds at the next start after a kill.
    /// </summary>
    public long MaxJournalEntries { get; init; } = 400_000;

    /// <summary>The same in bytes, for long texts: 128 MB.</summary>
    public long MaxJournalBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>
    /// How long the write-ahead log is made on the disk once the log is in use, so that commits need not make it longer (<see cref="WriteAheadSpace"/>); only where
    /// commits wait for the disk. 16 MB is what it comes to anyway before it begins anew. 0: it grows with each commit.
    /// </summary>
    public long ReservedBytes { get; init; } = 16 * 1024 * 1024;
}
