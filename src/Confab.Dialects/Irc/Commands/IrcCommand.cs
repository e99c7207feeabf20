namespace Confab.Dialects.Irc.Commands;

/// <summary>One command as the table has it.</summary>
/// <param name="Name">Its name, in upper case.</param>
/// <param name="MinParameters">The fewest parameters; with less it is answered by <c>ERR_NEEDMOREPARAMS</c>.</param>
/// <param name="State">When it may be used.</param>
/// <param name="Help">How it is used and what it does: the lines of <c>HELP</c>; the first is the shape.</param>
/// <param name="Run">What it does.</param>
internal sealed record IrcCommand(string Name, int MinParameters, IrcState State, string[] Help, Action<IrcContext> Run)
{
    /// <summary>True where only operators of the server may use it.</summary>
    public bool ForOperators { get; init; }
}
