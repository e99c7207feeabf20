using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A nickname that somebody watches is present from now on.</summary>
public sealed record NicknameOnline(IReadOnlyList<SessionId> To, Participant Who) : DirectEvent(To);
