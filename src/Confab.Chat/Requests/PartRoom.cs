using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Leaves a room.</summary>
public sealed record PartRoom(RoomName Room, string? Reason) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var session = asker.SignedOn;
        if (state.FindRoom(Room) is not { } room || !room.Has(session.Id))
        {
            decision.Refuse(RefusalCode.NotMember, $"You are not in {Room.Text}.");
            return;
        }

        var audience = ChatState.AudienceOf(session, room);
        state.Leave(session, room);
        decision.Happened(new MemberLeft(room.Name, asker.Participant, state.CleanReason(Reason), Quit: false) { Audience = audience });
        decision.Answer(new RoomLeft(room.Name));
    }
}
