using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>
/// Changes a room's settings, lists and its members' ranks, one after the other. What the asker may not change is told one by one in the answer
/// (<see cref="ModesAnswered"/>); what it may is changed, and told to the room at once (<see cref="ModesChanged"/>).
/// </summary>
public sealed record ChangeModes(RoomName Room, IReadOnlyList<ModeChange> Changes) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.FindRoom(Room) is not { } room)
        {
            decision.Refuse(RefusalCode.RoomUnknown, $"There is no room {Room.Text}.");
            return;
        }

        // Somebody without a rank that counts may still give up what it has: a voice.
        if (!Gate.May(asker.SignedOn, Deed.ChangeModes, room) && !Changes.Any(change => GivesUp(change, asker, state)))
        {
            decision.Refuse(RefusalCode.Denied, $"Only an operator of {room.Name.Text} may change that.");
            return;
        }

        var changing = new ModeChanging(state, room, asker, decision.Now);
        var made = new List<ModeChange>();
        var refused = new List<RefusedChange>();
        foreach (var change in Changes)
        {
            var result = change.Apply(changing);
            if (result.Made is { } one)
            {
                made.Add(one);
            }
            else if (result.Refused is { } refusal)
            {
                refused.Add(new RefusedChange(change, refusal.Code, refusal.Text));
            }
        }

        if (made.Count > 0)
        {
            decision.Happened(new ModesChanged(room.Name, asker.Participant, made));
            state.Save(room);
        }

        decision.Answer(new ModesAnswered(room.Name, made, refused));
    }

    private static bool GivesUp(ModeChange change, Asker asker, ChatState state) =>
        change is RankChange { On: false } rank && state.FindUser(rank.Nickname) == asker.SignedOn;
}
