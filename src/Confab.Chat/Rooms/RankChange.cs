using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Rooms;

/// <summary>A member is given a rank, or it is taken from it.</summary>
/// <param name="Rank">One rank.</param>
/// <param name="Nickname">Whose; in a change that was made, as the member is called.</param>
public sealed record RankChange(Rank Rank, string Nickname, bool On) : ModeChange
{
    /// <summary>The member, in a change that was made.</summary>
    public UserId Member { get; init; }

    internal override ModeResult Apply(ModeChanging changing)
    {
        var room = changing.Room;
        if (changing.State.FindUser(Nickname) is not { } user)
        {
            return ModeResult.Refuse(RefusalCode.RecipientUnknown, $"Nobody here is called {changing.State.Quote(Nickname)}.");
        }

        if (room.RankOf(user.Id) is not { } rank)
        {
            return ModeResult.Refuse(RefusalCode.RecipientNotInRoom, $"{user.Nickname.Text} is not in {room.Name.Text}.");
        }

        var isOwn = user == changing.User;
        var may = On ? Ranks.MayGive(changing.Power, Rank) : isOwn || Ranks.MayTake(changing.Power, Rank, rank);
        if (!may)
        {
            return changing.Denied();
        }

        if (rank.HasFlag(Rank) == On)
        {
            return ModeResult.Nothing;
        }

        room.SetRank(user.Id, On ? rank | Rank : rank & ~Rank);
        return ModeResult.Done(this with { Nickname = user.Nickname.Text, Member = user.Id });
    }
}
