using System.Globalization;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Commands.Rooms;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>Who is here (Modern IRC, WHO; IRCv3 whox).</summary>
internal static class WhoCommand
{
    // The order in which fields are sent, whatever the order in which they were asked for.
    private const string FieldOrder = "tcuihsnfdlaor";

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new(
            "WHO",
            0,
            IrcState.Registered,
            [
                "WHO [<channel, nickname or mask> [o][%<fields>[,<token>]]]",
                "Lists the members of a channel, somebody, or all whose nickname, username, host or real name fits. o: operators of the server only.",
                "Fields: t token, c channel, u username, i address, h host, s server, n nickname, f flags, d hops, l idle, a account, o rank, r real name.",
            ],
            Run),
    ];

    private static void Run(IrcContext context)
    {
        var mask = context.Message.Parameter(0) is { Length: > 0 } given ? given : "*";
        var query = WhoQuery.Read(context.Message.Parameter(1));
        foreach (var (user, room, rank) in Found(context, mask))
        {
            if (!query.OperatorsOnly || user.IsServerOperator)
            {
                context.Add(query.Fields is null ? Line(context, user, room, rank) : Line(context, query, user, room, rank));
            }
        }

        context.Reply(IrcNumerics.RplEndOfWho, mask, "End of WHO list");
    }

    private static IEnumerable<(User User, Room? Room, Rank Rank)> Found(IrcContext context, string mask)
    {
        var asker = context.Asker.SignedOn;
        if (mask[0] == '#')
        {
            return RoomName.TryCreate(mask, out var name, out _) && context.State.FindRoom(name) is { } room && Gate.May(asker, Deed.SeeMembers, room)
                ? room.Members.Where(member => Gate.MaySeeMember(asker, member, room)).Select(member => (member.User, (Room?)room, member.Rank))
                : [];
        }

        // Whoever knows a nickname may ask for it, the invisible too.
        if (Shown.Find(context, mask) is { } named)
        {
            return [InSomeRoom(context, named)];
        }

        var glob = Glob.Parse(mask == "0" ? "*" : mask);
        return context.State.Users
            .Where(user => !user.IsOperator && Gate.MayFind(asker, user) && Shown.Fits(context, glob, user))
            .Select(user => InSomeRoom(context, user));
    }

    private static (User User, Room? Room, Rank Rank) InSomeRoom(IrcContext context, User user)
    {
        var (room, rank) = Shown.RoomsOf(context, user).FirstOrDefault();
        return (user, room, rank);
    }

    private static IrcLine Line(IrcContext context, User user, Room? room, Rank rank)
    {
        var who = user.Participant;
        return new IrcLine(
            null,
            IrcNumerics.RplWhoReply,
            context.Client,
            room?.Name.Text ?? "*",
            who.Username,
            HostText.Of(who.Host),
            context.Options.ServerName,
            who.Nickname.Text,
            Flags(context, user, rank),
            $"0 {who.RealName}")
        {
            EndsWithText = true,
        };
    }

    private static IrcLine Line(IrcContext context, WhoQuery query, User user, Room? room, Rank rank)
    {
        var parameters = new List<string> { context.Client };
        foreach (var field in FieldOrder)
        {
            if (query.Fields!.Contains(field, StringComparison.Ordinal))
            {
                parameters.Add(Field(context, query, user, room, rank, field));
            }
        }

        return new IrcLine(null, IrcNumerics.RplWhoSpcRpl, [.. parameters]) { EndsWithText = query.Fields!.Contains('r', StringComparison.Ordinal) };
    }

    private static string Field(IrcContext context, WhoQuery query, User user, Room? room, Rank rank, char field)
    {
        var who = user.Participant;
        return field switch
        {
            't' => query.Token,
            'c' => room?.Name.Text ?? "*",
            'u' => who.Username,
            'i' => Shown.IsOpen(context, user) ? HostText.Of(who.Origin.Address) : HostText.Hidden,
            'h' => HostText.Of(who.Host),
            's' => context.Options.ServerName,
            'n' => who.Nickname.Text,
            'f' => Flags(context, user, rank),
            'd' => "0",
            'l' => Shown.IdleSeconds(context, user).ToString(CultureInfo.InvariantCulture),
            'a' => user.Account ?? "0",
            'o' => "n/a",
            _ => who.RealName,
        };
    }

    // Away, operator of the server, rank in the channel, bot: in this order.
    private static string Flags(IrcContext context, User user, Rank rank) =>
        (user.Away is null ? "H" : "G")
        + (user.IsServerOperator ? "*" : string.Empty)
        + NamesCommand.Signs(context, rank)
        + (user.Modes.HasFlag(UserModes.Bot) ? "B" : string.Empty);
}
