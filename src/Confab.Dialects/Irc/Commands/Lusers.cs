using System.Globalization;
using Confab.Chat.Sessions;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>How many are here (Modern IRC, LUSERS).</summary>
internal static class Lusers
{
    public static void Say(IrcContext context)
    {
        var users = context.State.Users.Where(user => !user.IsOperator).ToArray();
        var invisible = users.Count(user => user.Modes.HasFlag(UserModes.Invisible));
        context.Reply(
            IrcNumerics.RplLuserClient, $"There are {Number(users.Length - invisible)} users and {Number(invisible)} invisible on 1 servers");
        context.Reply(IrcNumerics.RplLuserOp, Number(users.Count(user => user.IsServerOperator)), "operator(s) online");
        context.Reply(IrcNumerics.RplLuserUnknown, "0", "unknown connection(s)");
        context.Reply(IrcNumerics.RplLuserChannels, Number(context.State.Rooms.Count(room => room.Members.Count > 0)), "channels formed");
        context.Reply(IrcNumerics.RplLuserMe, $"I have {Number(users.Length)} clients and 0 servers");
        context.Reply(IrcNumerics.RplLocalUsers, Number(users.Length), Number(users.Length), $"Current local users {Number(users.Length)}, max {Number(users.Length)}");
        context.Reply(IrcNumerics.RplGlobalUsers, Number(users.Length), Number(users.Length), $"Current global users {Number(users.Length)}, max {Number(users.Length)}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
