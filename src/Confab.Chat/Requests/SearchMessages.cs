using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Searches one room, or all rooms that the asker sits in.</summary>
/// <param name="Room">The room, or null for all of the asker's.</param>
/// <param name="Before">Only entries before this number; counts only where one room is searched.</param>
public sealed record SearchMessages(string Words, RoomName? Room, long Before, int Limit) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var session = asker.SignedOn;
        if (string.IsNullOrWhiteSpace(Words))
        {
            decision.Refuse(RefusalCode.TextEmpty, "There is nothing to search for. Give one or more words.");
            return;
        }

        if (Room is null)
        {
            var readable = session.IsOperator ? state.Rooms : session.Rooms;
            decision.AskLog(new SearchLookup(Words, readable.Select(room => room.Name).ToArray(), long.MaxValue, Limit));
        }
        else if (state.FindRoom(Room) is { } room && Gate.May(session, Deed.Read, room))
        {
            decision.AskLog(new SearchLookup(Words, [room.Name], Before, Limit));
        }
        else
        {
            decision.Refuse(RefusalCode.NotMember, $"You are not in {Room.Text}. Join it to search it.");
        }
    }
}
