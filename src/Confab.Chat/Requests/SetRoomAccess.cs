using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Rooms;

namespace Confab.Chat.Requests;

/// <summary>
/// Gives an account a rank in a registered room for good, or takes it away. The founder gives every rank but its own, an admin those below its own.
/// </summary>
/// <param name="Account">The account.</param>
/// <param name="Rank">One rank; <see cref="Rank.None"/> for none.</param>
public sealed record SetRoomAccess(RoomName Room, Nickname Account, Rank Rank) : Request
{
    public override void Decide(ChatState state, Asker asker, Decision decision)
    {
        var user = asker.SignedOn;
        var most = state.Options.Limits.ListEntries;
        if (state.FindRoom(Room) is not { Registration: { } registration } room)
        {
            decision.Refuse(RefusalCode.RoomNotRegistered, $"{Room.Text} is not registered.");
            return;
        }

        var own = Gate.May(user, Deed.Own, room) ? Rank.Founder : registration.RankOf(user.AccountName());
        if (own < Rank.Admin || Rank >= own || registration.RankOf(Account) >= own)
        {
            decision.Refuse(RefusalCode.Denied, $"Your rank in {room.Name.Text} is too low for that. Ask its founder, {registration.Founder.Text}.");
        }
        else if (Rank != Rank.None && state.Accounts.Find(Account) is null)
        {
            decision.Refuse(RefusalCode.AccountUnknown, $"There is no account {Account.Text}.");
        }
        else if (Rank != Rank.None && registration.RankOf(Account) == Rank.None && registration.AccessCount >= most)
        {
            decision.Refuse(RefusalCode.ListFull, $"The list of {room.Name.Text} has {most} accounts, which is the most. Remove one first.");
        }
        else
        {
            state.Register(room, registration.With(state.Accounts.Find(Account)?.Name ?? Account, Rank), decision);
            decision.Answer(Done.Instance);
        }
    }
}
