using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Asks for a stretch of a room's history; both bounds exclusive.</summary>
/// <param name="FromNewest">Which end is kept where more lie between the bounds than the limit.</param>
public sealed record ReadHistory(RoomName Room, long After, long Before, int Limit, bool FromNewest) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.FindRoom(Room) is not { } room || !Gate.May(asker.SignedOn, Deed.Read, room))
        {
            decision.Refuse(RefusalCode.NotMember, $"You are not in {Room.Text}. Join it to read its history.");
            return;
        }

        // What later ticks add must not be in an answer that is shown before them.
        var before = Math.Min(Before, room.LastNumber + 1);
        decision.AskLog(new HistoryLookup(room.Name, After, before, Limit, FromNewest));
    }
}
