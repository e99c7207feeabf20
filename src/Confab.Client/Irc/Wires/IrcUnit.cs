namespace Confab.Client.Irc.Wires;

/// <summary>What belongs together: one line, or a batch with all that is in it.</summary>
/// <param name="Label">The label of the command that it answers; null for none.</param>
/// <param name="Lines">The lines, without those that begin and end batches; empty for an answer that says nothing.</param>
internal sealed record IrcUnit(string? Label, IReadOnlyList<IrcHeardLine> Lines);
