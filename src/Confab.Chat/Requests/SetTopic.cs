using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Sets a room's topic; an empty text clears it. Answered with <see cref="Posted"/> once it is committed.</summary>
public sealed record SetTopic(RoomName Room, string Text) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        if (state.FindRoom(Room) is not { } room || (!user.IsOperator && !room.Has(user.Id)))
        {
            decision.Refuse(RefusalCode.NotMember, $"You are not in {Room.Text}. Join it, then set its topic.");
            return;
        }

        if (!Gate.May(user, Deed.SetTopic, room))
        {
            decision.Refuse(RefusalCode.Denied, $"Only an operator of {room.Name.Text} may set its topic (+t).");
            return;
        }

        var text = string.Empty;
        if (!string.IsNullOrWhiteSpace(Text))
        {
            if (!ChatState.TryReadText(Text, state.Options.Limits.TopicBytes, decision, out var clean))
            {
                return;
            }

            text = clean.Value.Replace('\n', ' ');
        }

        decision.Happened(new TopicChanged(room.Name, asker.Participant, decision.NewId(), decision.Now, text));
    }
}
