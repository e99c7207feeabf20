using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Permissions;

/// <summary>Whom the lists of a room mean.</summary>
internal static class Bans
{
    /// <summary>True when a ban keeps them out and no exemption helps.</summary>
    public static bool Keep(User user, Room room)
    {
        if (room.Bans.Count == 0)
        {
            return false;
        }

        var subject = MaskSubject.Of(user.Participant);
        return room.Bans.MeansWholly(subject) && !room.Exempts.MeansWholly(subject);
    }

    /// <summary>True when a mute silences them; an exemption helps whether it is from everything or from mutes only.</summary>
    public static bool Silence(User user, Room room)
    {
        if (room.Bans.Count == 0)
        {
            return false;
        }

        var subject = MaskSubject.Of(user.Participant);
        return room.Bans.Mutes(subject) && !room.Exempts.Means(subject);
    }

    /// <summary>True when they need no invitation.</summary>
    public static bool NeedNoInvitation(User user, Room room) =>
        room.InviteExempts.Count > 0 && room.InviteExempts.Means(MaskSubject.Of(user.Participant));
}
