using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Capabilities;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Users;

/// <summary>Going away and coming back (Modern IRC, AWAY), also before registration (IRCv3 draft/pre-away).</summary>
internal static class AwayCommand
{
    // A client that came by itself, with nobody in front of it.
    private const string Nobody = "*";

    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("AWAY", 0, IrcState.Any, ["AWAY [:<text>]", "Says that you are away, and why; without a text that you are here again."], Run),
    ];

    /// <summary>What was said before registration counts from now on.</summary>
    public static void Begin(IrcContext context, SignedOnAs on, string? away)
    {
        // A client without a person says nothing of one who is there with another.
        if (away is not null && !(on.Attached && away == Nobody))
        {
            context.Ask(new SetAway(away));
        }
    }

    private static void Run(IrcContext context)
    {
        if (!context.Conversation.IsRegistered)
        {
            RunBefore(context);
            return;
        }

        context.Ask(new SetAway(context.Message.Parameter(0)));
        Tell(context, context.Asker.SignedOn.Away);
    }

    private static void RunBefore(IrcContext context)
    {
        if (!context.Has(IrcCapabilities.PreAway))
        {
            context.Reply(IrcNumerics.ErrNotRegistered, "You have not registered");
            return;
        }

        var said = context.Message.Parameter(0);
        context.Registration.Away = string.IsNullOrWhiteSpace(said) ? null : said;
        Tell(context, context.Registration.Away);
    }

    private static void Tell(IrcContext context, string? away)
    {
        if (away is null)
        {
            context.Reply(IrcNumerics.RplUnaway, "You are no longer marked as being away");
        }
        else
        {
            context.Reply(IrcNumerics.RplNowAway, "You have been marked as being away");
        }
    }
}
