using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>The sessions of a user are told that an operator of the server ends them; their ends follow.</summary>
/// <param name="To">The sessions.</param>
/// <param name="Actor">The operator.</param>
/// <param name="Victim">The user.</param>
/// <param name="Reason">Why.</param>
public sealed record Killed(IReadOnlyList<SessionId> To, Participant Actor, Participant Victim, string Reason) : DirectEvent(To);
