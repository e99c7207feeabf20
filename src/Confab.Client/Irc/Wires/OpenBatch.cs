namespace Confab.Client.Irc.Wires;

/// <summary>A batch whose end has not come.</summary>
/// <param name="Label">The label at its beginning.</param>
/// <param name="Parent">The batch that it is in; null for none.</param>
/// <param name="IsHistory">Whether it, or a batch around it, holds history.</param>
internal sealed record OpenBatch(string? Label, OpenBatch? Parent, bool IsHistory)
{
    /// <summary>The lines so far. Those of a batch within this one stand here too, where they came.</summary>
    public List<IrcHeardLine> Lines { get; } = Parent?.Lines ?? [];
}
