using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>Somebody has read on, at another of their own sessions.</summary>
/// <param name="Target">The room's name, or a nickname.</param>
/// <param name="Time">The time of the last message that was read.</param>
public sealed record ReadMarked(IReadOnlyList<SessionId> To, string Target, DateTimeOffset Time) : DirectEvent(To);
