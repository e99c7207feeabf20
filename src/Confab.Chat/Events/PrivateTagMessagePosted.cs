using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A message of nothing but tags from one user to another. It is not remembered.</summary>
/// <param name="Tags">The tags in their wire form.</param>
public sealed record PrivateTagMessagePosted(Participant From, Participant To, string Tags) : ChatEvent;
