namespace Confab.Dialects.Irc;

/// <summary>How often each command was used since the start, over all IRC doors. Owned by the sequencer's thread.</summary>
internal sealed class IrcUsage
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The commands that were used, by name.</summary>
    public IReadOnlyCollection<KeyValuePair<string, long>> All => _counts;

    /// <summary>Counts a use of a command that there is: what people invent must not fill the memory.</summary>
    public void Count(string command) => _counts[command] = _counts.GetValueOrDefault(command) + 1;
}
