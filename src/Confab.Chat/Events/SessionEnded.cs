using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>The server ends a session: it is told why, and its connection is closed.</summary>
/// <param name="Session">Which.</param>
/// <param name="Text">Why: a sentence for its person.</param>
public sealed record SessionEnded(SessionId Session, string Text) : DirectEvent([Session]);
