using Confab.Chat.Messages;

namespace Confab.Storage.Sqlite.Search;

/// <summary>The log that an index claims to be of.</summary>
/// <param name="LogId">The log's own id.</param>
/// <param name="Prunes">How often retention has removed entries; a log put back from a backup has less than its index saw.</param>
/// <param name="IdAt">The id of the entry at a position, or null.</param>
internal sealed record IndexedLog(Guid LogId, long Prunes, Func<long, MessageId?> IdAt);
