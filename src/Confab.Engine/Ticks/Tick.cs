namespace Confab.Engine.Ticks;

/// <summary>One turn of the sequencer, committed and ready for delivery.</summary>
/// <param name="Outcomes">In the order of the requests.</param>
/// <param name="IsLast">True for the server's last tick: every session is told goodbye behind it.</param>
internal sealed record Tick(IReadOnlyList<Outcome> Outcomes, bool IsLast);
