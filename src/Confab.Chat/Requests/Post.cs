using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Says or does something in a room. Answered with <see cref="Posted"/> once it is committed.</summary>
public sealed record Post(RoomName Room, string Text, MessageKind Kind = MessageKind.Message, ResendKey? Key = null) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var session = asker.SignedOn;
        if (state.FindRoom(Room) is not { } room || !Gate.May(session, Deed.Post, room))
        {
            decision.Refuse(RefusalCode.NotMember, $"You are not in {Room.Text}. Join it, then say it again.");
            return;
        }

        if (state.TryReadText(Text, decision, out var text))
        {
            decision.Happened(new MessagePosted(room.Name, asker.Participant, decision.NewId(), decision.Now, Kind, text, Key));
        }
    }
}
