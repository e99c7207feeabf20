using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>
/// What a user is set to (Modern IRC, MODE and "User Modes"). Nobody is invisible unless they ask for it: all sit in the same rooms here, and a mode that
/// everybody has from the start would say nothing.
/// </summary>
internal static class UserModeCommand
{
    /// <summary>Shows or changes the asker's own modes.</summary>
    public static void Run(IrcContext context, string target)
    {
        if (context.State.FindUser(target) is not { } user)
        {
            context.Reply(IrcNumerics.ErrNoSuchNick, target.Length == 0 || target.Contains(' ', StringComparison.Ordinal) ? "*" : target, "No such nick/channel");
        }
        else if (user != context.Asker.SignedOn)
        {
            context.Reply(IrcNumerics.ErrUsersDontMatch, "Cant change mode for other users");
        }
        else if (context.Parameters.Count == 1)
        {
            context.ReplyPlain(IrcNumerics.RplUmodeIs, UserModeLetters.Of(user.Modes));
        }
        else
        {
            Change(context, context.Parameters[1]);
        }
    }

    // What is known is carried out first; then the rest is complained of, once.
    private static void Change(IrcContext context, string letters)
    {
        var (add, remove, unknown, on) = (UserModes.None, UserModes.None, false, true);
        foreach (var letter in letters)
        {
            switch (letter)
            {
                case '+' or '-':
                    on = letter == '+';
                    break;
                case var _ when UserModeLetters.Of(letter) is var mode and not UserModes.None:
                    (add, remove) = on ? (add | mode, remove & ~mode) : (add & ~mode, remove | mode);
                    break;
                default:
                    unknown = true;
                    break;
            }
        }

        context.Ask(new ChangeUserModes(add, remove));
        if (unknown)
        {
            context.Reply(IrcNumerics.ErrUmodeUnknownFlag, "Unknown MODE flag");
        }
    }
}
