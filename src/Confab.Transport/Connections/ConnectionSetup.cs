using Confab.Transport.Backlogs;
using Confab.Transport.Limits;

namespace Confab.Transport.Connections;

/// <summary>What all connections of a server are told alike.</summary>
/// <param name="Limits">The bounds.</param>
/// <param name="Budget">What all backlogs may hold together.</param>
/// <param name="Clock">Gives gaps and timeouts their time.</param>
public sealed record ConnectionSetup(ConnectionLimits Limits, BacklogBudget Budget, TimeProvider Clock);
