namespace Confab.Protocols.Json;

/// <summary>One entry of the <c>rooms</c> reply.</summary>
public sealed record JsonRoom
{
    /// <summary>The room's name, with its "#".</summary>
    public string? Room { get; init; }

    /// <summary>How many members are in it.</summary>
    public int? Members { get; init; }

    /// <summary>Its topic, where it has one.</summary>
    public string? Topic { get; init; }
}
