using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>Removes somebody from a room: whoever keeps order there may, those whose rank is not above theirs (<see cref="Ranks"/>).</summary>
public sealed record KickMember(RoomName Room, string Nickname, string? Reason) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var actor = asker.SignedOn;
        if (state.FindRoom(Room) is not { } room || !Gate.May(actor, Deed.Kick, room))
        {
            decision.Refuse(RefusalCode.Denied, $"Only an operator of {Room.Text} may remove somebody from it.");
            return;
        }

        if (state.FindUser(Nickname) is not { } victim || room.RankOf(victim.Id) is not { } rank)
        {
            decision.Refuse(RefusalCode.RecipientUnknown, $"Nobody in {Room.Text} is called {state.Quote(Nickname)}.");
            return;
        }

        if (victim != actor && !Ranks.MayRemove(Gate.PowerOf(actor, room) ?? Rank.None, rank))
        {
            decision.Refuse(RefusalCode.Denied, $"Your rank in {room.Name.Text} is too low to remove {victim.Nickname.Text}.");
            return;
        }

        var audience = ChatState.AudienceOf(victim, room, actor);
        state.Leave(victim, room);
        decision.Happened(new MemberKicked(room.Name, asker.Participant, victim.Participant, state.CleanReason(Reason)) { Audience = audience });
        decision.Answer(Done.Instance);
    }
}
