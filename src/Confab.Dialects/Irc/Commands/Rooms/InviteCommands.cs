using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands.Rooms;

/// <summary>Asking somebody in, and asking to be let in (Modern IRC, INVITE; KNOCK as servers have had it since ircu and hybrid).</summary>
internal static class InviteCommands
{
    public static IReadOnlyList<IrcCommand> All { get; } =
    [
        new("INVITE", 0, IrcState.Registered, ["INVITE [<nickname> <channel>]", "Asks somebody into a channel; without parameters lists where you are invited."], Invite),
        new("KNOCK", 1, IrcState.Registered, ["KNOCK <channel> [:<text>]", "Asks to be let into a channel that only invited people enter."], Knock),
    ];

    private static void Invite(IrcContext context)
    {
        if (context.Parameters.Count == 0)
        {
            if (context.Ask(new ListInvitations()) is InvitationsListed listed)
            {
                foreach (var room in listed.Rooms)
                {
                    context.ReplyPlain(IrcNumerics.RplInviteList, room.Text);
                }
            }

            context.Reply(IrcNumerics.RplEndOfInviteList, "End of /INVITE list");
            return;
        }

        if (context.Parameters.Count < 2)
        {
            context.Reply(IrcNumerics.ErrNeedMoreParams, "INVITE", "Not enough parameters");
            return;
        }

        var (nickname, target) = (context.Parameters[0], context.Parameters[1]);
        if (!context.TryReadRoom(target, out var name))
        {
            return;
        }

        switch (context.Ask(new Invite(name, nickname)))
        {
            case InvitationSent sent:
                context.ReplyPlain(IrcNumerics.RplInviting, sent.Target.Nickname.Text, sent.Room.Text);
                if (sent.Away is { } away)
                {
                    context.Reply(IrcNumerics.RplAway, sent.Target.Nickname.Text, away);
                }

                break;
            case Refused refused:
                Refuse(context, refused, nickname, target);
                break;
        }
    }

    private static void Refuse(IrcContext context, Refused refused, string nickname, string target)
    {
        switch (refused.Code)
        {
            case RefusalCode.RoomUnknown:
                context.Reply(IrcNumerics.ErrNoSuchChannel, target, "No such channel");
                break;
            case RefusalCode.NotMember:
                context.Reply(IrcNumerics.ErrNotOnChannel, target, "You're not on that channel");
                break;
            case RefusalCode.RecipientUnknown:
                context.Reply(IrcNumerics.ErrNoSuchNick, nickname, "No such nick/channel");
                break;
            case RefusalCode.RecipientInRoom:
                context.Reply(IrcNumerics.ErrUserOnChannel, nickname, target, "is already on channel");
                break;
            default:
                context.Reply(IrcNumerics.ErrChanOPrivsNeeded, target, "You're not channel operator");
                break;
        }
    }

    private static void Knock(IrcContext context)
    {
        var target = context.Parameters[0];
        if (!context.TryReadRoom(target, out var name))
        {
            return;
        }

        switch (context.Ask(new Knock(name, context.Message.Parameter(1))))
        {
            case Done:
                context.Reply(IrcNumerics.RplKnockDlvr, name.Text, "Your KNOCK has been delivered.");
                break;
            case Refused { Code: RefusalCode.RoomUnknown }:
                context.Reply(IrcNumerics.ErrNoSuchChannel, target, "No such channel");
                break;
            case Refused { Code: RefusalCode.AlreadyMember }:
                context.Reply(IrcNumerics.ErrKnockOnChan, target, "You're already on that channel.");
                break;
            case Refused { Code: RefusalCode.RoomOpen }:
                context.Reply(IrcNumerics.ErrChanOpen, target, "Channel is open.");
                break;
            case Refused { Code: RefusalCode.TooManyRequests }:
                context.Reply(IrcNumerics.ErrTooManyKnock, target, "Too many KNOCKs.");
                break;
            case Refused refused:
                context.Reply(IrcNumerics.ErrCannotKnock, target, refused.Text);
                break;
        }
    }
}
