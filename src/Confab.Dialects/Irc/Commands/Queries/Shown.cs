using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>Whom and what of them the asker is shown.</summary>
internal static class Shown
{
    /// <summary>The user of a nickname; null for nobody, and for the server's console, which is not listed anywhere.</summary>
    public static User? Find(IrcContext context, string nickname) =>
        context.State.FindUser(nickname) is { IsOperator: false } user ? user : null;

    /// <summary>
    /// The rooms in which the asker may know that somebody sits, with what they are there. Of the invisible only those rooms are shown that both sit
    /// in (Modern IRC, "Invisible User Mode"), and of a secret room its members alone know.
    /// </summary>
    public static IEnumerable<(Room Room, Rank Rank)> RoomsOf(IrcContext context, User user)
    {
        var asker = context.Asker.SignedOn;
        foreach (var room in user.Rooms)
        {
            var rank = room.RankOf(user.Id).GetValueOrDefault();
            if (Gate.May(asker, Deed.SeeRoom, room) && Gate.MaySeeMember(asker, new Member(user, rank), room))
            {
                yield return (room, rank);
            }
        }
    }

    /// <summary>True where the asker may know what is kept from others: of itself, and operators of everybody.</summary>
    public static bool IsOpen(IrcContext context, User user) => user == context.Asker.SignedOn || context.Asker.SignedOn.IsServerOperator;

    /// <summary>What a mask may be compared with.</summary>
    public static bool Fits(IrcContext context, Glob mask, User user)
    {
        var who = user.Participant;
        return mask.Matches(Glob.Fold(who.Nickname.Text))
            || mask.Matches(Glob.Fold(who.Username))
            || mask.Matches(Glob.Fold(who.Host))
            || mask.Matches(Glob.Fold(who.RealName))
            || mask.Matches(Glob.Fold(context.Options.ServerName));
    }

    /// <summary>For how many seconds somebody has said nothing.</summary>
    public static long IdleSeconds(IrcContext context, User user) => Math.Max(0, (long)(context.Decision.Now - user.LastActive).TotalSeconds);
}
