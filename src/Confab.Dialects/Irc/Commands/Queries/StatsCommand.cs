using System.Globalization;
using Confab.Chat.Moderation;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>Figures about the server (Modern IRC, STATS). Those that say who may do what are for operators only.</summary>
internal static class StatsCommand
{
    private const string ForOperators = "dko";

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new(
            "STATS",
            1,
            IrcState.Registered,
            [
                "STATS <letter> [<server>]",
                "u: how long the server has run. m: how often each command was used. For operators of the server: k and d: whom and which addresses",
                "it keeps out, o: who may become an operator.",
            ],
            Run),
    ];

    private static void Run(IrcContext context)
    {
        if (!ServerTarget.IsHere(context, 1))
        {
            return;
        }

        var query = context.Parameters[0] is { Length: > 0 } given && !given.StartsWith(':') && !given.Contains(' ', StringComparison.Ordinal) ? given : "*";
        var letter = query.Length == 1 ? char.ToLowerInvariant(query[0]) : '*';
        if (ForOperators.Contains(letter, StringComparison.Ordinal) && !context.Asker.SignedOn.IsServerOperator)
        {
            context.Reply(IrcNumerics.ErrNoPrivileges, "Permission Denied- You're not an IRC operator");
        }
        else
        {
            Show(context, letter);
        }

        context.Reply(IrcNumerics.RplEndOfStats, query, "End of /STATS report");
    }

    private static void Show(IrcContext context, char letter)
    {
        switch (letter)
        {
            case 'u':
                context.Reply(IrcNumerics.RplStatsUptime, $"Server Up {ServerClock.Write(context.Decision.Now - context.Options.Started)}");
                break;
            case 'm':
                foreach (var (command, count) in context.Options.Usage.All)
                {
                    context.ReplyPlain(IrcNumerics.RplStatsCommands, command, count.ToString(CultureInfo.InvariantCulture));
                }

                break;
            case 'o':
                foreach (var name in context.Options.Operators.Keys.Order(StringComparer.Ordinal))
                {
                    context.ReplyPlain(IrcNumerics.RplStatsOline, "O", "*", "*", name);
                }

                break;
            case 'k' or 'd' when context.Ask(new ListBans()) is BansListed listed:
                foreach (var ban in listed.Bans.Where(ban => ban.Kind == (letter == 'k' ? BanKind.Person : BanKind.Address)))
                {
                    Show(context, ban);
                }

                break;
        }
    }

    private static void Show(IrcContext context, NetworkBan ban)
    {
        if (ban.Kind == BanKind.Address)
        {
            context.Reply(IrcNumerics.RplStatsDline, "D", HostText.Of(ban.Target), ban.Reason);
            return;
        }

        var at = ban.Target.LastIndexOf('@');
        context.Reply(IrcNumerics.RplStatsKline, "K", HostText.Of(ban.Target[(at + 1)..]), "*", ban.Target[..Math.Max(at, 0)], ban.Reason);
    }
}
