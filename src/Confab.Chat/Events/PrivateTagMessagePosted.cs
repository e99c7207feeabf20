using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A message of nothing but tags from one user to another.</summary>
/// <param name="Tags">The tags in their wire form; empty for none.</param>
/// <param name="IsFleeting">True where it tells of a moment only, such as that somebody is typing: nobody needs to read it later.</param>
public sealed record PrivateTagMessagePosted(Participant From, Participant To, string Tags, bool IsFleeting = false) : PrivateEvent(From, To);
