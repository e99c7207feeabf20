using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>
/// Asks somebody into a room. Any member may, unless only invited people enter (then it takes somebody who keeps order). Only the invitation of
/// somebody who keeps order opens the room to whom it would keep out.
/// </summary>
public sealed record Invite(RoomName Room, string Nickname) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var actor = asker.SignedOn;
        if (state.FindRoom(Room) is not { } room)
        {
            decision.Refuse(RefusalCode.RoomUnknown, $"There is no room {Room.Text}. Join it first.");
            return;
        }

        if (!actor.IsOperator && !room.Has(actor.Id))
        {
            decision.Refuse(RefusalCode.NotMember, $"You are not in {room.Name.Text}. Join it, then invite somebody.");
            return;
        }

        if (!Gate.May(actor, Deed.Invite, room))
        {
            decision.Refuse(RefusalCode.Denied, $"Only an operator of {room.Name.Text} may invite somebody (+i).");
            return;
        }

        if (state.FindUser(Nickname) is not { IsOperator: false } target)
        {
            decision.Refuse(RefusalCode.RecipientUnknown, $"Nobody here is called {state.Quote(Nickname)}.");
            return;
        }

        if (room.Has(target.Id))
        {
            decision.Refuse(RefusalCode.RecipientInRoom, $"{target.Nickname.Text} is in {room.Name.Text} already.");
            return;
        }

        state.Invitations.Add(target.Id, room, Gate.PowerOf(actor, room).KeepsOrder(), state.Options.Limits.Invitations);
        decision.Happened(new Invited([.. target.Sessions], room.Name, asker.Participant, target.Participant));
        decision.Happened(new InvitationTold(room.Name, asker.Participant, target.Participant)
        {
            Audience = ChatState.MembersAbove(room, Rank.HalfOperator),
        });
        decision.Answer(new InvitationSent(room.Name, target.Participant, target.Away));
    }
}
