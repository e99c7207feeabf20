using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.Irc.Commands.Users;

/// <summary>Another real name (IRCv3 setname).</summary>
internal static class SetNameCommand
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("SETNAME", 1, IrcState.Registered, ["SETNAME :<real name>", "Changes your real name."], Run),
    ];

    private static void Run(IrcContext context)
    {
        if (context.Ask(new SetRealName(context.Parameters[0])) is Refused)
        {
            context.Fail("INVALID_REALNAME", "Realname is not valid");
        }
    }
}
