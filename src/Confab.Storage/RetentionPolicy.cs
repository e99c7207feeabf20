namespace Confab.Storage;

/// <summary>How long entries and events are kept. Null means for ever; numbers of removed entries are never given again.</summary>
/// <param name="MaxAge">Entries and events older than this are removed.</param>
/// <param name="MaxEntriesPerRoom">
/// Only the entries with a room's so many last numbers are kept: never more, and fewer where age has removed some of them. An event goes
/// when the number it came after is no longer among those; and of a room's events, too, never more than so many are kept.
/// </param>
public sealed record RetentionPolicy(TimeSpan? MaxAge, long? MaxEntriesPerRoom)
{
    /// <summary>Nothing is ever removed: the default.</summary>
    public static RetentionPolicy KeepAll { get; } = new(null, null);

    /// <summary>True where nothing is ever removed.</summary>
    public bool KeepsAll => MaxAge is null && MaxEntriesPerRoom is null;
}
