using Confab.Chat.Sessions;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>What a user is set to (Modern IRC, MODE and "User Modes").</summary>
internal static class UserModeCommand
{
    /// <summary>Shows or changes the asker's own modes.</summary>
    public static void Run(IrcContext context, string target)
    {
        if (context.State.FindUser(target) is not { } user)
        {
            context.Reply(IrcNumerics.ErrNoSuchNick, target, "No such nick/channel");
        }
        else if (user != context.Asker.SignedOn)
        {
            context.Reply(IrcNumerics.ErrUsersDontMatch, "Cant change mode for other users");
        }
        else if (context.Parameters.Count == 1)
        {
            context.ReplyPlain(IrcNumerics.RplUmodeIs, UserModeLetters.Of(user.Modes));
        }
    }
}
