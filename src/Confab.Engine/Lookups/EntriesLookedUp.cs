using Confab.Chat.Lookups;
using Confab.Storage;

namespace Confab.Engine.Lookups;

/// <summary>The entries that a look-up found, for a request that goes on with them itself.</summary>
/// <param name="Entries">History in rising order, a search newest first; null where what was asked from is unknown.</param>
/// <param name="More">True when more lies beyond the limit.</param>
public sealed record EntriesLookedUp(IReadOnlyList<LogEntry>? Entries, bool More) : LookupResult;
