using Confab.Chat;
using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Commands;
using Confab.Dialects.Irc.Commands.Rooms;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc;

/// <summary>Another session of the same user has entered a room, and this one has been told of it: what else it needs to show the room.</summary>
internal sealed record IrcRoomFollowed(RoomName Room, IrcConversation Conversation) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var context = new IrcContext(state, asker, decision, Conversation, new IrcMessage("JOIN", Room.Text));
        if (state.FindRoom(Room)?.Has(asker.SignedOn.Id) is true)
        {
            RoomCommands.ShowEntered(context, Room);
        }

        decision.Answer(context.ToReply());
    }
}
