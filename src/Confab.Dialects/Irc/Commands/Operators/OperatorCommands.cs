using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Operators;

/// <summary>What operators of the server may do to people and to the server (Modern IRC, "Operator Messages").</summary>
internal static class OperatorCommands
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("KILL", 2, IrcState.Registered, ["KILL <nickname> :<reason>", "Sends somebody away. They may come back; KLINE keeps them out."], Kill) { ForOperators = true },
        new("WALLOPS", 1, IrcState.Registered, ["WALLOPS :<text>", "Says something to all operators, and to those with user mode w."], Wallops) { ForOperators = true },
        new("REHASH", 0, IrcState.Registered, ["REHASH", "Reads the certificates again, as SIGHUP does."], Rehash) { ForOperators = true },
        new("CHGHOST", 3, IrcState.Registered, ["CHGHOST <nickname> <username> <host>", "Shows somebody with another username and host."], Chghost) { ForOperators = true },
    ];

    private static void Kill(IrcContext context)
    {
        var nickname = context.Parameters[0];
        if (nickname == context.Options.ServerName)
        {
            context.Reply(IrcNumerics.ErrCantKillServer, "You can't kill a server!");
        }
        else if (context.Ask(new Kill(nickname, context.Parameters[1])) is Refused)
        {
            context.Reply(IrcNumerics.ErrNoSuchNick, nickname.Contains(' ', StringComparison.Ordinal) ? "*" : nickname, "No such nick/channel");
        }
    }

    private static void Wallops(IrcContext context)
    {
        if (context.Ask(new SayToOperators(context.Parameters[0])) is Refused)
        {
            context.Reply(IrcNumerics.ErrNeedMoreParams, "WALLOPS", "Not enough parameters");
        }
    }

    private static void Rehash(IrcContext context)
    {
        context.Reply(IrcNumerics.RplRehashing, "confab.json", "Rehashing");
        context.Options.Rehash?.Invoke();
    }

    private static void Chghost(IrcContext context)
    {
        var (nickname, username, host) = (context.Parameters[0], context.Parameters[1], context.Parameters[2]);
        switch (context.Ask(new ChangeHost(nickname, username, host)))
        {
            case Refused { Code: RefusalCode.HostInvalid } refused:
                context.Fail("INVALID_PARAMS", refused.Text);
                break;
            case Refused:
                context.Reply(IrcNumerics.ErrNoSuchNick, nickname.Contains(' ', StringComparison.Ordinal) ? "*" : nickname, "No such nick/channel");
                break;
            default:
                context.Notice($"{nickname} is shown as {username}@{host} now.");
                break;
        }
    }
}
