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
}
