using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>Whether the other side is there (Modern IRC, PING and PONG). Answered at any time, in its turn.</summary>
internal static class PingCommands
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("PING", 1, IrcState.Any, ["PING <token>", "Asks for a PONG with that token: once it is here, all that you did before is on its way to the others."], Ping),
        new("PONG", 0, IrcState.Any, ["PONG <token>", "Answers a PING of the server."], _ => { }),
    ];

    private static void Ping(IrcContext context)
    {
        if (context.Parameters[0].Length == 0)
        {
            context.Reply(IrcNumerics.ErrNoOrigin, "No origin specified");
            return;
        }

        context.Say("PONG", context.Options.ServerName, context.Parameters[0]);
    }
}
