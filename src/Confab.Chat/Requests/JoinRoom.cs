using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;

namespace Confab.Chat.Requests;

/// <summary>Enters a room; a room that does not exist comes into being.</summary>
/// <param name="Room">Which.</param>
/// <param name="WithMembers">
/// True: the answer lists who sits there. Not asked for by doors that do not show it, because a thousand joins would otherwise make a thousand
/// lists of up to a thousand.
/// </param>
/// <param name="Key">The word that the room asks for, where the asker knows it.</param>
public sealed record JoinRoom(RoomName Room, bool WithMembers = false, string? Key = null) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        if (user.IsOperator)
        {
            decision.Refuse(RefusalCode.Denied, "The operator's console hears every room and sits in none.");
            return;
        }

        var room = state.FindRoom(Room);
        if (room is not null && room.Has(user.Id))
        {
            decision.Answer(Entered(room, user, wasMember: true));
            return;
        }

        var limits = state.Options.Limits;
        if (user.Rooms.Count >= limits.RoomsPerSession)
        {
            decision.Refuse(
                RefusalCode.TooManyRooms,
                $"You sit in {user.Rooms.Count} rooms, which is the most here. Leave one, then join {Room.Text}.");
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
        if (Entrance.Check(user, room, Key, state.Invitations) is not { } refusal)
        {
            Enter(room, state, asker, decision);
            decision.Answer(Entered(room, user, wasMember: false));
        }
        else if (Forward(room, user, state) is { } other)
        {
            Enter(other, state, asker, decision);
            decision.Answer(Entered(other, user, wasMember: false) with { ForwardedFrom = room.Name });
        }
        else
        {
            decision.Answer(refusal);
        }
    }

    // One step only: where the other room sends people on as well, they would run in circles.
    private static Rooms.Room? Forward(Rooms.Room room, User user, ChatState state) =>
        room.Modes.Forward is { } name
        && state.FindRoom(name) is { } other
        && !other.Has(user.Id)
        && Entrance.Check(user, other, key: null, state.Invitations) is null
            ? other
            : null;

    private static void Enter(Rooms.Room room, ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        state.Enter(user, room);
        state.Invitations.Remove(user.Id, room);
        room.Created ??= decision.Now;
        var joined = new MemberJoined(room.Name, asker.Participant, room.LastNumber)
        {
            Audience = ChatState.AudienceOf(user, room),
            Away = user.Away,
        };
        decision.Happened(joined);
        state.GrantRank(user, room, decision);
    }

    private RoomEntered Entered(Rooms.Room room, User user, bool wasMember) =>
        new(room.Name, room.Topic, WithMembers ? ListMembers.Show(room, user) : [], room.LastNumber, wasMember);
}
