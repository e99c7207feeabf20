using Confab.Chat.Names;
using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A nickname that somebody watches is not present any more.</summary>
public sealed record NicknameOffline(IReadOnlyList<SessionId> To, Nickname Nickname) : DirectEvent(To);
