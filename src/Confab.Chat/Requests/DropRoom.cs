using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Makes a registered room nobody's again. Its history stays; its settings and lists do until it is empty.</summary>
public sealed record DropRoom(RoomName Room) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.FindRoom(Room) is not { Registration: not null } room)
        {
            decision.Refuse(RefusalCode.RoomNotRegistered, $"{Room.Text} is not registered.");
        }
        else if (!Gate.May(asker.SignedOn, Deed.Own, room))
        {
            decision.Refuse(RefusalCode.Denied, $"Only the founder of {room.Name.Text} may drop it.");
        }
        else
        {
            state.Unregister(room, decision);
            decision.Answer(Done.Instance);
        }
    }
}
