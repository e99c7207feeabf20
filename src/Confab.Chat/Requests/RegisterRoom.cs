using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>
/// Makes a room somebody's own: its settings and lists stay when it is empty and over restarts, and its founder has the highest rank whenever it
/// enters. Whoever runs a room may register it for their own account; an operator of the server may register any, for anybody.
/// </summary>
/// <param name="Founder">The account that it is to belong to; null for the asker's own.</param>
public sealed record RegisterRoom(RoomName Room, Nickname? Founder = null) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        var room = state.FindRoom(Room);
        if (room is null && !(user.IsServerOperator && Founder is not null && state.RoomCount < state.Options.Limits.Rooms))
        {
            decision.Refuse(RefusalCode.RoomUnknown, $"There is no room {Room.Text}. Join it, then register it.");
        }
        else if (room is { IsDefault: true })
        {
            decision.Refuse(RefusalCode.Denied, $"{room.Name.Text} belongs to the server and cannot be registered.");
        }
        else if (room?.Registration is { } registration)
        {
            decision.Refuse(RefusalCode.RoomRegistered, $"{room.Name.Text} is registered already, by {registration.Founder.Text}.");
        }
        else if ((Founder ?? user.AccountName()) is not { } founder)
        {
            decision.Refuse(RefusalCode.AccountNeeded, "Only users who are logged in to an account may register a room. Log in first.");
        }
        else if (state.Accounts.Find(founder) is not { } account)
        {
            decision.Refuse(RefusalCode.AccountUnknown, $"There is no account {founder.Text}. Register it first.");
        }
        else if (room is not null && (!Gate.May(user, Deed.Register, room) || (!user.IsServerOperator && founder != user.AccountName())))
        {
            decision.Refuse(RefusalCode.Denied, $"Only an operator of {Room.Text} may register it, for themselves.");
        }
        else if (state.RoomsOf(founder).Count() >= state.Options.Limits.RoomsPerAccount)
        {
            decision.Refuse(
                RefusalCode.TooManyRooms, $"{founder.Text} has {state.Options.Limits.RoomsPerAccount} registered rooms, which is the most here. Drop one first.");
        }
        else
        {
            state.Register(room ?? state.AddRoom(Room), new RoomRegistration(account.Name, decision.Now), decision);
            decision.Answer(Done.Instance);
        }
    }
}
