using Confab.Chat.Requests;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Users;

/// <summary>Going away and coming back (Modern IRC, AWAY).</summary>
internal static class AwayCommand
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("AWAY", 0, IrcState.Registered, ["AWAY [:<text>]", "Says that you are away, and why; without a text that you are here again."], Run),
    ];

    private static void Run(IrcContext context)
    {
        context.Ask(new SetAway(context.Message.Parameter(0)));
        if (context.Asker.SignedOn.Away is null)
        {
            context.Reply(IrcNumerics.RplUnaway, "You are no longer marked as being away");
        }
        else
        {
            context.Reply(IrcNumerics.RplNowAway, "You have been marked as being away");
        }
    }
}
