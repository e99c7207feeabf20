using Confab.Chat.Events;

namespace Confab.Engine.Delivery;

/// <summary>
/// One way to write events as bytes: a dialect, plus what changes the bytes within it. All sessions of a form in a room are sent
/// the same bytes, so a form has no state and knows no viewer. Forms are compared by reference: make each one once.
/// </summary>
public abstract class WireForm
{
    /// <summary>
    /// True when each message must reach the reader in a write of its own, at most 1024 bytes and with time between them, because
    /// the protocol has no framing.
    /// </summary>
    public virtual bool IsPaced => false;

    /// <summary>Writes the event as messages, or nothing where this form does not show it.</summary>
    public abstract void Encode(ChatEvent happened, TickBuffer output);

    /// <summary>
    /// True when a session of this form is shown the events of what it asked for within its answer, in the answer's order, and never beside it.
    /// Its user's other sessions are told like others are.
    /// </summary>
    public virtual bool AnswersOwnDeeds => false;

    /// <summary>True when the session whose deed it was is sent the event like all others.</summary>
    public virtual bool Echoes(ChatEvent happened) => false;
}
