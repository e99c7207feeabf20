using Confab.Chat.Sessions;

namespace Confab.Chat.Events;

/// <summary>An operator of the server says something to all of them, and to those who want to hear it (<see cref="UserModes.Wallops"/>).</summary>
/// <param name="To">The sessions of these.</param>
/// <param name="Actor">Who says it.</param>
/// <param name="Text">What: one line.</param>
public sealed record OperatorsTold(IReadOnlyList<SessionId> To, Participant Actor, string Text) : DirectEvent(To);
