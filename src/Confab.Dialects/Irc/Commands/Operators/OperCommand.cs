using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Operators;

/// <summary>Becoming an operator of the server (Modern IRC, OPER): by a name of the settings, or by an account that is an administrator's.</summary>
internal static class OperCommand
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("OPER", 2, IrcState.Registered, ["OPER <name> <password>", "Makes you an operator of the server."], Run),
    ];

    private static void Run(IrcContext context)
    {
        var name = context.Parameters[0];
        if (context.Options.Operators.Count == 0 && !context.State.Accounts.All.Any(account => account.IsAdministrator))
        {
            context.Reply(IrcNumerics.ErrNoOperHost, "Nobody may become an operator of this server");
            return;
        }

        context.AskAndWait(new BecomeOperator(name, context.Parameters[1], context.Options.Operators.GetValueOrDefault(name)), Tell);
    }

    private static void Tell(IrcContext context, Reply? reply)
    {
        switch (reply)
        {
            case Done:
                context.AddBefore<Replies.IrcEventItem>(new Replies.IrcLine(null, IrcNumerics.RplYoureOper, context.Client, "You are now an IRC operator") { EndsWithText = true });
                break;
            case Refused { Code: RefusalCode.TooManyTries } refused:
                context.Reply(IrcNumerics.ErrPasswdMismatch, refused.Text);
                break;
            case Refused:
                context.Reply(IrcNumerics.ErrPasswdMismatch, "Password incorrect");
                break;
        }
    }
}
