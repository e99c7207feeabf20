using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>A user is set otherwise; its own sessions are told.</summary>
/// <param name="To">Its sessions.</param>
/// <param name="Actor">The user, as it is after it.</param>
/// <param name="Added">What it is now and was not.</param>
/// <param name="Removed">What it was and is not any more.</param>
public sealed record UserModesChanged(IReadOnlyList<SessionId> To, Participant Actor, UserModes Added, UserModes Removed) : DirectEvent(To);
