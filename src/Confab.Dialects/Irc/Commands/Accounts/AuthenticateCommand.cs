using Confab.Chat.Accounts;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Capabilities;
using Confab.Protocols.Irc;
using Confab.Protocols.Sasl;

namespace Confab.Dialects.Irc.Commands.Accounts;

/// <summary>Logging in while connecting, or later (IRCv3 sasl-3.1 and sasl-3.2).</summary>
internal static class AuthenticateCommand
{
    private const string External = "EXTERNAL";
    private const int NonceBytes = 18;

    // A password of a thousand bytes, two names and the rest of a token's envelope fit; a token is longer than a password.
    private const int MaxMessageBytes = 16 * 1024;

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("AUTHENTICATE", 1, IrcState.Any, ["AUTHENTICATE <mechanism or data>", "Logs in to an account (SASL)."], Run),
    ];

    private static void Run(IrcContext context)
    {
        var said = context.Parameters[0];
        if (!context.Has(IrcCapabilities.Sasl))
        {
            context.Reply(IrcNumerics.ErrSaslFail, "SASL authentication failed: request the capability sasl first");
            return;
        }

        if (context.Conversation.Sasl is not { } exchange)
        {
            Begin(context, said);
            return;
        }

        if (said == SaslChunks.Abort)
        {
            context.Conversation.Sasl = null;
            context.Reply(IrcNumerics.ErrSaslAborted, "SASL authentication aborted");
            return;
        }

        switch (exchange.Chunks.Read(said, out var message))
        {
            case SaslChunkResult.Complete:
                Continue(context, exchange, message);
                break;
            case SaslChunkResult.TooLong:
                context.Conversation.Sasl = null;
                context.Reply(IrcNumerics.ErrSaslTooLong, "SASL message too long");
                break;
            case SaslChunkResult.Invalid:
                Fail(context);
                break;
        }
    }

    private static void Begin(IrcContext context, string wanted)
    {
        var mechanism = wanted.ToUpperInvariant();
        if (wanted == SaslChunks.Abort)
        {
            context.Reply(IrcNumerics.ErrSaslAborted, "SASL authentication aborted");
        }
        else if (context.State.AccountOf(context.Asker.Id) is not null && !context.Conversation.IsRegistered)
        {
            context.Reply(IrcNumerics.ErrSaslAlready, "You have already authenticated using SASL");
        }
        else if (!SaslMechanisms.Of(context.Options).Contains(mechanism, StringComparer.Ordinal))
        {
            context.ReplyPlain(IrcNumerics.RplSaslMechs, string.Join(',', SaslMechanisms.Of(context.Options)), "are available SASL mechanisms");
            Fail(context);
        }
        else
        {
            context.Conversation.Sasl = new SaslExchange(mechanism, MaxMessageBytes);
            context.Say("AUTHENTICATE", SaslChunks.Empty);
        }
    }

    private static void Continue(IrcContext context, SaslExchange exchange, byte[] message)
    {
        switch (exchange.Mechanism)
        {
            case PlainMessage.Name:
                Plain(context, PlainMessage.Parse(message));
                break;
            case External:
                var authorize = System.Text.Encoding.UTF8.GetString(message);
                Conclude(context, context.Ask(new LogInByCertificate(authorize.Length == 0 ? null : authorize)));
                break;
            case OauthBearerMessage.Name:
                BearerLogin.Continue(context, exchange, message);
                break;
            default:
                Scram(context, exchange, message);
                break;
        }
    }

    private static void Plain(IrcContext context, PlainMessage? message)
    {
        if (message is null || (message.AuthorizationId.Length > 0 && message.AuthorizationId != message.AuthenticationId))
        {
            Fail(context);
            return;
        }

        context.AskAndWait(new LogIn(message.AuthenticationId, message.Password), Conclude);
    }

    private static void Scram(IrcContext context, SaslExchange exchange, byte[] message)
    {
        if (exchange.IsProved)
        {
            Conclude(context, context.Ask(new LogInVerified(exchange.Scram!.Username)));
            return;
        }

        if (exchange.IsChallenged)
        {
            if (exchange.Scram!.ReadClientFinal(message, out var final))
            {
                exchange.IsProved = true;
                Send(context, final);
            }
            else
            {
                Fail(context);
            }

            return;
        }

        exchange.Scram = new ScramServerExchange(Convert.ToBase64String(context.Decision.NewSecret(NonceBytes)));
        if (exchange.Scram.ReadClientFirst(message)
            && (exchange.Scram.AuthorizationId is null or "" || exchange.Scram.AuthorizationId == exchange.Scram.Username)
            && context.Ask(new BeginLogIn(exchange.Scram.Username)) is LoginOffered offered)
        {
            exchange.IsChallenged = true;
            Send(context, exchange.Scram.WriteServerFirst(VerifierOf(offered.Verifier)));
        }
        else
        {
            Fail(context);
        }
    }

    private static ScramVerifier VerifierOf(PasswordVerifier kept) =>
        new(kept.Rounds, kept.Salt.AsMemory(), kept.StoredKey.AsMemory(), kept.ServerKey.AsMemory());

    /// <summary>Says what came of a login; ends the exchange.</summary>
    public static void Conclude(IrcContext context, Reply? reply)
    {
        context.Conversation.Sasl = null;
        if (reply is LoggedIn logged)
        {
            LoginNumerics.LoggedIn(context, logged.Account.Name.Text);
            context.Reply(IrcNumerics.RplSaslSuccess, "SASL authentication successful");
        }
        else
        {
            context.Reply(IrcNumerics.ErrSaslFail, reply is Refused refused ? refused.Text : "SASL authentication failed");
        }
    }

    /// <summary>The login failed for a reason that is told nobody; ends the exchange.</summary>
    public static void Fail(IrcContext context)
    {
        context.Conversation.Sasl = null;
        context.Reply(IrcNumerics.ErrSaslFail, "SASL authentication failed");
    }

    /// <summary>Sends a message of the server's, in as many chunks as it takes.</summary>
    public static void Send(IrcContext context, byte[] message)
    {
        foreach (var chunk in SaslChunks.Split(message))
        {
            context.Say("AUTHENTICATE", chunk);
        }
    }
}
