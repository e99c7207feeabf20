using Confab.Dialects.Irc;
using Confab.Protocols.Sasl;
using Confab.Server.Configuration;

namespace Confab.Server.Hosting;

/// <summary>Reads whose tokens are believed.</summary>
internal static class TokenKeys
{
    /// <summary>The issuer of the settings; null where there is none.</summary>
    /// <exception cref="ServerStartException">The file of its keys cannot be used.</exception>
    public static TokenIssuer? Read(ServerOptions options)
    {
        if (options.TokenKeys.Length == 0)
        {
            return null;
        }

        string json;
        try
        {
            json = File.ReadAllText(options.TokenKeys);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ServerStartException($"The keys of accounts.tokenKeys cannot be read: {failure.Message} Name a JWK set, or leave the setting out.", failure);
        }

        return JsonWebKeySet.TryParse(json, out var keys, out var problem)
            ? new TokenIssuer(keys, new JsonWebTokenRules(OrNull(options.TokenIssuer), OrNull(options.TokenAudience)))
            : throw new ServerStartException($"The keys of accounts.tokenKeys ({options.TokenKeys}) are no JWK set: {problem}");
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
