using Confab.Chat.Events;

namespace Confab.Engine.Delivery;

/// <summary>
/// How one session is shown what happens. Called by the delivery loop only, in the order of the ticks; it never waits and never
/// touches chat state.
/// </summary>
public interface ISessionView
{
    /// <summary>The form in which the session hears its rooms. Asked again after each call to this view.</summary>
    WireForm Form { get; }

    /// <summary>Shows the answer to a request of this session.</summary>
    void Show(in Answer answer, SessionWriter writer);

    /// <summary>Shows an event that concerns this session alone: a private message, its own removal, the server's end.</summary>
    void Show(ChatEvent happened, SessionWriter writer);
}
