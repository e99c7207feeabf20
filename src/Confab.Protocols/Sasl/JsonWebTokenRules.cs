namespace Confab.Protocols.Sasl;

/// <summary>What a token must say to be accepted.</summary>
/// <param name="Issuer">The claim "iss" must be exactly this; null accepts any issuer whose key is in the set.</param>
/// <param name="Audience">The claim "aud" must be or hold exactly this; null accepts any.</param>
public sealed record JsonWebTokenRules(string? Issuer = null, string? Audience = null)
{
    /// <summary>By how much the clocks of issuer and reader may differ.</summary>
    public TimeSpan Skew { get; init; } = TimeSpan.FromMinutes(1);
}
