using Confab.Chat.Lookups;

namespace Confab.Chat.Requests;

/// <summary>A request that asks for a <see cref="Lookup"/> and decides when it is back.</summary>
public interface IResumable
{
    /// <summary>
    /// Decides with what was found; may ask for one more look-up. Called by the sequencer, in its turn. The asker may have changed meanwhile:
    /// what was allowed before must be asked again.
    /// </summary>
    void Resume(ChatState state, Asker asker, LookupResult result, Decision decision);
}
