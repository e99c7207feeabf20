using Confab.Chat.Messages;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A question from one program to another, or the answer (CTCP). Only doors that speak it show it, and it is kept nowhere.</summary>
/// <param name="Kind">A message asks, a notice answers.</param>
/// <param name="Text">One line with its marks, as it was sent.</param>
public sealed record PrivateCtcpPosted(Participant From, Participant To, MessageKind Kind, string Text) : PrivateEvent(From, To)
{
    /// <summary>Message tags that the author's client added for others, in their wire form; null for none.</summary>
    public string? Tags { get; init; }
}
