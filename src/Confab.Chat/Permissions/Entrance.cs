using Confab.Chat.Replies;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Permissions;

/// <summary>
/// Who may enter a room. An invitation by somebody who keeps order there opens it whatever stands in the way, a ban too: whoever may ban may also
/// ask in. So does a rank for good: a founder cannot be locked out.
/// </summary>
internal static class Entrance
{
    /// <summary>Why they may not enter; null where they may.</summary>
    public static Refused? Check(User user, Room room, string? key, InvitationBook invitations)
    {
        if (room.Registration?.RankOf(user.AccountName()) >= Rank.HalfOperator || invitations.Opens(user.Id, room))
        {
            return null;
        }

        var (modes, name) = (room.Modes, room.Name.Text);
        if (Bans.Keep(user, room))
        {
            return new Refused(RefusalCode.Banned, $"You are banned from {name} (+b).");
        }

        if (modes.Has(RoomFlags.InviteOnly) && !Bans.NeedNoInvitation(user, room))
        {
            return new Refused(RefusalCode.InviteOnly, $"Only who is invited may enter {name} (+i). Ask one of its operators.");
        }

        if (modes.Key is { } needed && needed.Text != key)
        {
            return new Refused(RefusalCode.WrongKey, $"{name} has a key (+k), and {(key is null ? "you gave none" : "yours is another")}. Ask for it.");
        }

        if (modes.Limit is { } limit && room.Members.Count >= limit)
        {
            return new Refused(RefusalCode.RoomFull, $"{name} is full: it has {room.Members.Count} members and takes {limit} (+l). Try again later.");
        }

        return modes.Has(RoomFlags.AccountToJoin) && user.Account is null
            ? new Refused(RefusalCode.AccountNeeded, $"Only users who are logged in to an account may enter {name} (+R). Log in, then join again.")
            : null;
    }
}
