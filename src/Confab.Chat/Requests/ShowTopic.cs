using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Asks for a room's topic.</summary>
public sealed record ShowTopic(RoomName Room) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.FindRoom(Room) is { } room && Gate.May(asker.SignedOn, Deed.SeeRoom, room))
        {
            decision.Answer(new TopicShown(room.Name, room.Topic));
            return;
        }

        decision.Refuse(RefusalCode.NotMember, $"You are not in {Room.Text}. Join it to see its topic.");
    }
}
