using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Removes somebody from a room.</summary>
public sealed record KickMember(RoomName Room, string Nickname, string? Reason) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.FindRoom(Room) is not { } room || !Gate.May(asker.SignedOn, Deed.Kick, room))
        {
            decision.Refuse(RefusalCode.Denied, $"Only an operator of {Room.Text} may remove somebody from it.");
            return;
        }

        if (state.FindUser(Nickname) is not { } victim || !room.Has(victim.Id))
        {
            decision.Refuse(RefusalCode.RecipientUnknown, $"Nobody in {Room.Text} is called {state.Quote(Nickname)}.");
            return;
        }

        state.Leave(victim, room);
        decision.Happened(new MemberKicked(
            room.Name, asker.Participant, victim.Participant, state.CleanReason(Reason)));
        decision.Answer(Done.Instance);
    }
}
