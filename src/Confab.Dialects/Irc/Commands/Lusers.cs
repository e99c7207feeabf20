using System.Globalization;
using Confab.Chat.Sessions;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>How many are here (Modern IRC, LUSERS).</summary>
internal static class Lusers
{
    public static void Say(IrcContext context)
    {
        var count = context.State.Headcount;
        var (invisible, operators) = (0, 0);
        foreach (var user in context.State.Users.Where(user => !user.IsOperator))
        {
            invisible += user.Modes.HasFlag(UserModes.Invisible) ? 1 : 0;
            operators += user.IsServerOperator ? 1 : 0;
        }

        var (users, most) = (Number(count.Users), Number(count.MostUsers));
        context.Reply(
            IrcNumerics.RplLuserClient, $"There are {Number(count.Users - invisible)} users and {Number(invisible)} invisible on 1 servers");
        context.Reply(IrcNumerics.RplLuserOp, Number(operators), "operator(s) online");
        context.Reply(IrcNumerics.RplLuserUnknown, Number(count.Arriving), "unknown connection(s)");
        context.Reply(IrcNumerics.RplLuserChannels, Number(context.State.Rooms.Count(room => room.Members.Count > 0)), "channels formed");
        context.Reply(IrcNumerics.RplLuserMe, $"I have {users} clients and 0 servers");
        context.Reply(IrcNumerics.RplLocalUsers, users, most, $"Current local users {users}, max {most}");
        context.Reply(IrcNumerics.RplGlobalUsers, users, most, $"Current global users {users}, max {most}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
