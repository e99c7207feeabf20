using Confab.Protocols.Sasl;

namespace Confab.Dialects.Irc.Capabilities;

/// <summary>The ways to log in that are offered, as the value of the capability <c>sasl</c> lists them.</summary>
internal static class SaslMechanisms
{
    private static readonly string[] _always = [PlainMessage.Name, "EXTERNAL", ScramSha256.Name];
    private static readonly string[] _withTokens = [.. _always, OauthBearerMessage.Name];

    public static IReadOnlyList<string> Of(IrcOptions options) => options.Tokens is null ? _always : _withTokens;
}
