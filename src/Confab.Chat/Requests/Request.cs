
namespace Confab.Chat.Requests;

/// <summary>Something that a session asks for. Each request holds its own rule: what must be true, and what then happens.</summary>
public abstract record Request
{
    /// <summary>True for what a session may ask before it has a nickname.</summary>
    public virtual bool AllowedBeforeSignOn => false;

    /// <summary>
    /// True for what is decided only when the history that the session asked for before has been shown: a script that searches and leaves wants to
    /// see what was found. What the session asks after it waits with it.
    /// </summary>
    public virtual bool WaitsForLookups => false;

    /// <summary>What goes on when a look-up is back; null where the entries that were found are the answer.</summary>
    public virtual IResumable? ToResume() => this as IResumable;

    /// <summary>
    /// Decides and applies. Called by the sequencer only, one request at a time. What must be committed first is not applied here but in
    /// <see cref="ChatState.Apply"/>, after the commit.
    /// </summary>
    /// <param name="state">The chat as it is.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="decision">Takes the answer and the events.</param>
    public abstract void Decide(ChatState state, Asker asker, Decision decision);
}
