using Confab.Protocols.Sasl;

namespace Confab.Dialects.Irc;

/// <summary>Whose tokens log people in.</summary>
/// <param name="Keys">The issuer's public keys.</param>
/// <param name="Rules">What a token must say.</param>
public sealed record TokenIssuer(JsonWebKeySet Keys, JsonWebTokenRules Rules);
