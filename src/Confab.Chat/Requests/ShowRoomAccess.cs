using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>
/// Asks which accounts have a rank in a registered room for good. That is known to those who are on the list or in the room, as the ranks
/// themselves are, and to the server's operators.
/// </summary>
public sealed record ShowRoomAccess(RoomName Room) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        if (state.FindRoom(Room) is not { Registration: { } registration } room)
        {
            decision.Refuse(RefusalCode.RoomNotRegistered, $"{Room.Text} is not registered.");
        }
        else if (registration.RankOf(user.AccountName()) == Rank.None && !user.IsServerOperator && !Gate.May(user, Deed.Read, room))
        {
            decision.Refuse(RefusalCode.NotMember, $"You are not in {room.Name.Text}. Join it to see who has a rank there.");
        }
        else
        {
            decision.Answer(new RoomAccessShown(room.Name, registration));
        }
    }
}
