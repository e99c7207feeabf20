using System.Globalization;
using Confab.Chat.Moderation;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Commands.Queries;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Operators;

/// <summary>
/// Keeping people (KLINE) and addresses (DLINE) out of the server, for a while or for good. In no RFC; the form is the common one: minutes, or units such
/// as <c>1d12h</c>, then whom, then why.
/// </summary>
internal static class BanCommands
{
    private const string ListWord = "LIST";

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        Add("KLINE", BanKind.Person, "<user@host>", "Keeps people out by username and host, with * and ?."),
        Add("DLINE", BanKind.Address, "<address or range>", "Keeps out whoever comes from an address."),
        Remove("UNKLINE", BanKind.Person, "<user@host>"),
        Remove("UNDLINE", BanKind.Address, "<address or range>"),
    ];

    private static IrcCommand Add(string name, BanKind kind, string whom, string what) => new(
        name,
        1,
        IrcState.Registered,
        [$"{name} [<minutes, or 1d12h30m>] {whom} [:<reason>] | {name} LIST", what, "Without a time for good. LIST shows all; STATS does so too."],
        context => Run(context, kind))
    {
        ForOperators = true,
    };

    private static IrcCommand Remove(string name, BanKind kind, string whom) => new(
        name, 1, IrcState.Registered, [$"{name} {whom}", $"Takes back what {name[2..]} did."], context => Remove(context, kind))
    {
        ForOperators = true,
    };

    private static void Run(IrcContext context, BanKind kind)
    {
        if (context.Parameters.Count == 1 && context.Parameters[0].Equals(ListWord, StringComparison.OrdinalIgnoreCase))
        {
            List(context, kind);
            return;
        }

        var hasDuration = BanDuration.TryParse(context.Parameters[0], out var duration);
        var at = hasDuration ? 1 : 0;
        if (context.Message.Parameter(at) is not { Length: > 0 } target)
        {
            context.Reply(IrcNumerics.ErrNeedMoreParams, context.Message.Command, "Not enough parameters");
            return;
        }

        switch (context.Ask(new AddBan(kind, target, hasDuration && duration > TimeSpan.Zero ? duration : null, context.Message.Parameter(at + 1))))
        {
            case BanAdded added:
                context.Notice(string.Create(
                    CultureInfo.InvariantCulture, $"{context.Message.Command}: {Describe(added.Ban)}. It ended {added.Ended} {(added.Ended == 1 ? "user" : "users")}."));
                break;
            case Refused refused:
                context.Fail("INVALID_PARAMS", refused.Text);
                break;
        }
    }

    private static void Remove(IrcContext context, BanKind kind)
    {
        var target = context.Parameters[0];
        switch (context.Ask(new RemoveBan(kind, target)))
        {
            case Refused refused:
                context.Fail("NO_SUCH_BAN", refused.Text);
                break;
            default:
                context.Notice($"{context.Message.Command}: {target} may come in again.");
                break;
        }
    }

    private static void List(IrcContext context, BanKind kind)
    {
        if (context.Ask(new ListBans()) is not BansListed listed)
        {
            return;
        }

        foreach (var ban in listed.Bans.Where(ban => ban.Kind == kind))
        {
            context.Notice($"{context.Message.Command}: {Describe(ban)}, by {ban.By}");
        }

        context.Notice($"{context.Message.Command}: end of list");
    }

    private static string Describe(NetworkBan ban) =>
        $"{ban.Target} {(ban.Expires is { } end ? $"until {ServerClock.Write(end)}" : "for good")} ({ban.Reason})";
}
