namespace Confab.Chat.Replies;

/// <summary>The answer to one request, for the asker alone.</summary>
public abstract record Reply
{
    /// <summary>True for the last reply that a session is ever given.</summary>
    public virtual bool EndsSession => false;
}
