using Confab.Chat.Replies;
using Confab.Storage;

namespace Confab.Engine.Lookups;

/// <summary>What a look-up found. History comes in rising order, a search newest first.</summary>
/// <param name="More">True when more lies beyond the limit.</param>
public sealed record EntriesFound(IReadOnlyList<LogEntry> Entries, bool More) : Reply;
