using Confab.Chat.Requests;
using Confab.Protocols.Sasl;

namespace Confab.Dialects.Irc.Commands.Accounts;

/// <summary>Logging in by a token of the configured issuer (RFC 7628). Whoever the issuer vouches for has an account here.</summary>
internal static class BearerLogin
{
    public static void Continue(IrcContext context, SaslExchange exchange, byte[] message)
    {
        if (exchange.IsFailed || context.Options.Tokens is not { } issuer)
        {
            AuthenticateCommand.Fail(context);
            return;
        }

        if (OauthBearerMessage.Parse(message) is { } bearer
            && JsonWebToken.Verify(bearer.Token, issuer.Keys, issuer.Rules, context.Decision.Now, out var token) == JsonWebTokenFault.None
            && (token!.PreferredUsername ?? token.Subject) is { Length: > 0 } name
            && (string.IsNullOrEmpty(bearer.AuthorizationId) || bearer.AuthorizationId == name))
        {
            AuthenticateCommand.Conclude(context, context.Ask(new LogInVouched(name)));
            return;
        }

        // The client is told why, and answers that with one empty message (RFC 7628 section 3.2.3).
        exchange.IsFailed = true;
        AuthenticateCommand.Send(context, OauthBearerMessage.WriteFailure("invalid_token"));
    }
}
