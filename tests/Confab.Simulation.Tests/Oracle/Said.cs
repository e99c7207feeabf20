using Confab.Simulation.Tests.Clients;

namespace Confab.Simulation.Tests.Oracle;

/// <summary>Something that a client tried to say in a room.</summary>
internal sealed class Said(Token token, string text, Visit visit)
{
    public Token Token => token;

    public string Text => text;

    /// <summary>The connection over which it was last said.</summary>
    public Visit Visit { get; set; } = visit;
}
