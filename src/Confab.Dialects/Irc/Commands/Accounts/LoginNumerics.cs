using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Accounts;

/// <summary>How a client is told that it is logged in or out (IRCv3 sasl-3.1, numerics 900 and 901).</summary>
internal static class LoginNumerics
{
    /// <summary>Tells it unless what happened has told it already.</summary>
    public static void LoggedIn(IrcContext context, string account)
    {
        if (!context.Conversation.IsRegistered)
        {
            context.Reply(IrcNumerics.RplLoggedIn, Source(context), account, $"You are now logged in as {account}");
        }
    }

    /// <summary>A registered client's account has changed.</summary>
    public static void Changed(IrcContext context, string? account)
    {
        if (account is null)
        {
            context.Reply(IrcNumerics.RplLoggedOut, Source(context), "You are now logged out");
        }
        else
        {
            context.Reply(IrcNumerics.RplLoggedIn, Source(context), account, $"You are now logged in as {account}");
        }
    }

    private static string Source(IrcContext context) => context.Asker.User is { Participant: var who }
        ? $"{who.Nickname.Text}!{who.Username}@{who.Host}"
        : $"{context.Client}!{context.Conversation.Registration?.Username ?? "*"}@{context.Conversation.Origin.Address}";
}
