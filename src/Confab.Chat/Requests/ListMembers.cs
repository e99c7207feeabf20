using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>Asks who sits in a room.</summary>
public sealed record ListMembers(RoomName Room) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.FindRoom(Room) is { } room && Gate.May(asker.SignedOn, Deed.Read, room))
        {
            decision.Answer(new MembersListed(room.Name, Show(room)));
            return;
        }

        decision.Refuse(RefusalCode.NotMember, $"You are not in {Room.Text}. Join it to see who is there.");
    }

    internal static IReadOnlyList<MemberShown> Show(Room room)
    {
        var shown = new MemberShown[room.Members.Count];
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = new MemberShown(room.Members[i].User.Participant, room.Members[i].Rank);
        }

        return shown;
    }
}
