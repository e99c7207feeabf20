using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Enters a room; a room that does not exist comes into being.</summary>
/// <param name="Room">Which.</param>
/// <param name="WithMembers">
/// True: the answer lists who sits there. Not asked for by doors that do not show it, because a thousand joins would otherwise make a thousand
/// lists of up to a thousand.
/// </param>
public sealed record JoinRoom(RoomName Room, bool WithMembers = false) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var session = asker.SignedOn;
        if (session.IsOperator)
        {
            decision.Refuse(RefusalCode.Denied, "The operator's console hears every room and sits in none.");
            return;
        }

        var room = state.FindRoom(Room);
        if (room is not null && room.Has(session.Id))
        {
            decision.Answer(Entered(room, wasMember: true));
            return;
        }

        var limits = state.Options.Limits;
        if (session.Rooms.Count >= limits.RoomsPerSession)
        {
            decision.Refuse(
                RefusalCode.TooManyRooms,
                $"You sit in {session.Rooms.Count} rooms, which is the most here. Leave one, then join {Room.Text}.");
            return;
        }

        if (room is null && state.RoomCount >= limits.Rooms)
        {
            decision.Refuse(
                RefusalCode.TooManyRooms,
                $"The server has {state.RoomCount} rooms, which is the most here; {Room.Text} cannot be added. Join one that exists.");
            return;
        }

        room ??= state.AddRoom(Room);
        state.Enter(session, room);
        decision.Happened(new MemberJoined(room.Name, asker.Participant, room.LastNumber));
        decision.Answer(Entered(room, wasMember: false));
    }

    private RoomEntered Entered(Rooms.Room room, bool wasMember) =>
        new(room.Name, room.Topic, WithMembers ? ListMembers.Show(room) : [], room.LastNumber, wasMember);
}
