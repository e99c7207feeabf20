using Confab.Chat.Requests;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Accounts;

/// <summary>Commands that stand for a private message to a service, as old clients have them.</summary>
internal static class ServiceCommands
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        Command("NICKSERV", "Asks NickServ about accounts; NICKSERV HELP tells what it does."),
        Command("NS", "Short for NICKSERV."),
        Command("CHANSERV", "Asks ChanServ about channels; CHANSERV HELP tells what it does."),
        Command("CS", "Short for CHANSERV."),
    ];

    private static IrcCommand Command(string name, string help) => new(name, 0, IrcState.Registered, [$"{name} <command> [<parameters>]", help], Run);

    private static void Run(IrcContext context)
    {
        if (context.Parameters.Count == 0)
        {
            context.Reply(IrcNumerics.ErrNeedMoreParams, context.Message.Command, "Not enough parameters");
            return;
        }

        context.AskAndWait(new AskService(context.Message.Command, string.Join(' ', context.Parameters)), (_, _) => { });
    }
}
