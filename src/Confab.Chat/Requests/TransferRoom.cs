using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;

namespace Confab.Chat.Requests;

/// <summary>Gives a registered room to another account.</summary>
/// <param name="Founder">The account that it is to belong to.</param>
public sealed record TransferRoom(RoomName Room, Nickname Founder) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        if (state.FindRoom(Room) is not { Registration: { } registration } room)
        {
            decision.Refuse(RefusalCode.RoomNotRegistered, $"{Room.Text} is not registered.");
        }
        else if (!Gate.May(asker.SignedOn, Deed.Own, room))
        {
            decision.Refuse(RefusalCode.Denied, $"Only the founder of {room.Name.Text} may give it away.");
        }
        else if (state.Accounts.Find(Founder) is not { } account)
        {
            decision.Refuse(RefusalCode.AccountUnknown, $"There is no account {Founder.Text}.");
        }
        else if (state.RoomsOf(Founder).Count() >= state.Options.Limits.RoomsPerAccount && Founder != registration.Founder)
        {
            decision.Refuse(
                RefusalCode.TooManyRooms, $"{Founder.Text} has {state.Options.Limits.RoomsPerAccount} registered rooms, which is the most here.");
        }
        else
        {
            state.Register(room, registration.With(account.Name), decision);
            decision.Answer(Done.Instance);
        }
    }
}
