namespace Confab.Protocols.Json;

/// <summary>One entry of the <c>members</c> reply.</summary>
public sealed record JsonMember
{
    /// <summary>The member's nickname.</summary>
    public string? Nick { get; init; }

    /// <summary>The member's rank in the room.</summary>
    public string? Rank { get; init; }

    /// <summary>The dialect through which the member came, as in "relay".</summary>
    public string? Door { get; init; }
}
