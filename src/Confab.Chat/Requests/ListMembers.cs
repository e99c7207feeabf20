using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Asks who sits in a room, as far as the asker may know of it.</summary>
public sealed record ListMembers(RoomName Room) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.FindRoom(Room) is { } room && Gate.May(asker.SignedOn, Deed.SeeMembers, room))
        {
            decision.Answer(new MembersListed(room.Name, Show(room, asker.SignedOn)));
            return;
        }

        decision.Refuse(RefusalCode.NotMember, $"You are not in {Room.Text}. Join it to see who is there.");
    }

    /// <summary>Whom a user is shown of a room that it may see.</summary>
    internal static IReadOnlyList<MemberShown> Show(Room room, User viewer)
    {
        var shown = new List<MemberShown>(room.Members.Count);
        foreach (var member in room.Members)
        {
            if (Gate.MaySeeMember(viewer, member, room))
            {
                shown.Add(new MemberShown(member.User.Participant, member.Rank));
            }
        }

        return shown;
    }
}
