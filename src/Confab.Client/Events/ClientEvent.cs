namespace Confab.Client.Events;

/// <summary>
/// What a client reports, in order: what the server said, and what became of the connection. Ignore kinds that you do not know.
/// </summary>
public abstract record ClientEvent
{
    private protected ClientEvent()
    {
    }
}
