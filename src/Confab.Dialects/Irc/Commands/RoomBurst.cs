using Confab.Chat.Names;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Commands.Rooms;
using Confab.Dialects.Irc.Replies;
using Confab.Dialects.Irc.Showing;

namespace Confab.Dialects.Irc.Commands;

/// <summary>What a session is told of a room that its user sits in without the session's doing: that it is there, the topic, and who else is.</summary>
internal static class RoomBurst
{
    public static void Say(IrcContext context, RoomName room)
    {
        if (context.State.FindRoom(room) is not { } found || !found.Has(context.Asker.SignedOn.Id))
        {
            return;
        }

        var who = context.Asker.Participant;
        string[] parameters = context.Has(IrcCapabilities.ExtendedJoin) ? [found.Name.Text, who.Account ?? "*", who.RealName] : [found.Name.Text];
        context.Add(new IrcLine(IrcEvents.Source(who), "JOIN", parameters)
        {
            EndsWithText = parameters.Length > 1,
            Time = context.Decision.Now,
            Account = who.Account,
        });
        RoomCommands.ShowEntered(context, room);
    }
}
