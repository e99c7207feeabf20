using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>One session of a user is gone while the user stays. Nobody else is told.</summary>
/// <param name="Who">The user, through the session that is gone.</param>
public sealed record SessionDetached(Participant Who) : ChatEvent;
