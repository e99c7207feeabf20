using System.Globalization;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>How many are here (Modern IRC, LUSERS).</summary>
internal static class Lusers
{
    public static void Say(IrcContext context)
    {
        var count = context.State.Headcount;
        var (users, most) = (Number(count.Users), Number(count.MostUsers));
        context.Reply(
            IrcNumerics.RplLuserClient, $"There are {Number(count.Users - count.Invisible)} users and {Number(count.Invisible)} invisible on 1 servers");
        context.Reply(IrcNumerics.RplLuserOp, Number(count.Operators), "operator(s) online");
        context.Reply(IrcNumerics.RplLuserUnknown, Number(count.Arriving), "unknown connection(s)");
        context.Reply(IrcNumerics.RplLuserChannels, Number(count.RoomsInUse), "channels formed");
        context.Reply(IrcNumerics.RplLuserMe, $"I have {users} clients and 0 servers");
        context.Reply(IrcNumerics.RplLocalUsers, users, most, $"Current local users {users}, max {most}");
        context.Reply(IrcNumerics.RplGlobalUsers, users, most, $"Current global users {users}, max {most}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
