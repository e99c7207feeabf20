using System.Runtime.InteropServices;

namespace Confab.Dialects.Irc;

/// <summary>How often each command was used since the start, over all IRC doors. Owned by the sequencer's thread.</summary>
internal sealed class IrcUsage
{
    private readonly Dictionary<string, long> _counts = [];

    /// <summary>The commands that were used, by name; put in order at each call, for it is asked seldom and counted with every line.</summary>
    public IReadOnlyCollection<KeyValuePair<string, long>> All => [.. _counts.OrderBy(used => used.Key, StringComparer.Ordinal)];

    /// <summary>Counts a use of a command that there is: what people invent must not fill the memory.</summary>
    public void Count(string command) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, command, out _)++;
}
