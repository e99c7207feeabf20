using Confab.Chat;
using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Dialects.Irc.Commands;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc;

/// <summary>Another session of the same user has entered a room: this one follows, and is told what it needs to show it.</summary>
internal sealed record IrcRoomFollowed(RoomName Room, IrcConversation Conversation) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var context = new IrcContext(state, asker, decision, Conversation, new IrcMessage("JOIN", Room.Text));
        RoomBurst.Say(context, Room);
        decision.Answer(context.ToReply());
    }
}
