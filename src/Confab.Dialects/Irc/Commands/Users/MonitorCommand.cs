using System.Globalization;
using System.Text;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Showing;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Users;

/// <summary>Being told when people come and go (IRCv3 monitor).</summary>
internal static class MonitorCommand
{
    // What a line holds beside its front.
    private const int MaxTargetsBytes = 380;

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new(
            "MONITOR",
            1,
            IrcState.Registered,
            [
                "MONITOR + or - <nickname>{,<nickname>} | C | L | S",
                "Tells you when these people come and go (+) or does so no more (-, C for all). L lists them, S tells who of them is here.",
            ],
            Run),
    ];

    private static void Run(IrcContext context)
    {
        var modifier = context.Parameters[0].ToUpperInvariant();
        var targets = (context.Message.Parameter(1) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries);
        switch (modifier)
        {
            case "+" or "-" when targets.Length == 0:
                context.Reply(IrcNumerics.ErrNeedMoreParams, "MONITOR", "Not enough parameters");
                break;
            case "+":
                Add(context, targets);
                break;
            case "-":
                context.Ask(new Unwatch(targets));
                break;
            case "C":
                context.Ask(new Unwatch());
                break;
            case "L":
                Lines(context, IrcNumerics.RplMonList, context.State.Monitors.Of(context.Asker.Id));
                context.Reply(IrcNumerics.RplEndOfMonList, "End of MONITOR list");
                break;
            case "S" when context.Ask(new ListWatched()) is Watched watched:
                Show(context, watched);
                break;
            default:
                context.Reply(IrcNumerics.ErrUnknownError, "MONITOR", "There is no such operation: + - C L and S are those that there are");
                break;
        }
    }

    private static void Add(IrcContext context, string[] targets)
    {
        var most = context.Options.MonitorEntries;
        if (context.Ask(new Watch(targets, most)) is not Watched watched)
        {
            return;
        }

        Show(context, watched);
        if (watched.Refused.Count > 0)
        {
            context.Reply(
                IrcNumerics.ErrMonListFull, most.ToString(CultureInfo.InvariantCulture), string.Join(',', watched.Refused), "Monitor list is full.");
        }
    }

    private static void Show(IrcContext context, Watched watched)
    {
        Lines(context, IrcNumerics.RplMonOnline, watched.Online.Select(IrcEvents.Source));
        Lines(context, IrcNumerics.RplMonOffline, watched.Offline);
    }

    private static void Lines(IrcContext context, string numeric, IEnumerable<string> targets)
    {
        var line = new List<string>();
        var bytes = 0;
        foreach (var target in targets)
        {
            var length = Encoding.UTF8.GetByteCount(target) + 1;
            if (bytes > 0 && bytes + length > MaxTargetsBytes)
            {
                context.Reply(numeric, string.Join(',', line));
                line.Clear();
                bytes = 0;
            }

            line.Add(target);
            bytes += length;
        }

        if (bytes > 0)
        {
            context.Reply(numeric, string.Join(',', line));
        }
    }
}
