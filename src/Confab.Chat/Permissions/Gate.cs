using Confab.Chat.Names;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Permissions;

/// <summary>The one place that says who may do what. Every request and every read path asks here.</summary>
/// <remarks>
/// Reading goes with sitting there: a ban keeps somebody from speaking and from coming back, and takes the history from them when they are gone,
/// but not what they hear as long as they are let sit.
/// </remarks>
public static class Gate
{
    private const int AnyNameLength = 256;

    /// <summary>True when <paramref name="actor"/> may do <paramref name="deed"/> in <paramref name="room"/>.</summary>
    public static bool May(User actor, Deed deed, Room room)
    {
        if (actor.IsOperator && deed is not (Deed.Knock or Deed.Register or Deed.Own))
        {
            return true;
        }

        var rank = PowerOf(actor, room);
        var isMember = rank is not null;
        return deed switch
        {
            Deed.Read or Deed.SeeKey => isMember,
            Deed.Post => Speech.BarOf(actor, room) == SpeechBar.None,
            Deed.SetTopic => isMember && (rank.KeepsOrder() || !room.Modes.Has(RoomFlags.TopicLocked)),
            Deed.Kick or Deed.ChangeModes => rank.KeepsOrder(),
            Deed.Invite => isMember && (rank.KeepsOrder() || !room.Modes.Has(RoomFlags.InviteOnly)),
            Deed.SeeRoom or Deed.SeeMembers => isMember || actor.IsServerOperator || !room.Modes.Has(RoomFlags.Secret),
            Deed.Knock => !isMember && !actor.IsOperator && room.Modes.Has(RoomFlags.InviteOnly) && !Bans.Keep(actor, room),
            Deed.Register => room is { IsDefault: false, Registration: null }
                && (actor.IsServerOperator || (rank.RunsRoom() && actor.Account is not null)),
            Deed.Own => room.Registration is { } registration
                && (actor.IsServerOperator || registration.RankOf(actor.AccountName()) == Rank.Founder),
            _ => false,
        };
    }

    /// <summary>
    /// True when <paramref name="actor"/> may find somebody without knowing the nickname: the invisible are found by those only who share a room with
    /// them, and by operators of the server.
    /// </summary>
    public static bool MayFind(User actor, User other) =>
        actor == other || actor.IsServerOperator || !other.Modes.HasFlag(UserModes.Invisible) || other.Rooms.Any(room => room.Has(actor.Id));

    /// <summary>
    /// True when <paramref name="actor"/> may know that somebody sits in <paramref name="room"/>. Of an auditorium, members without a rank see only
    /// themselves and those with one; from outside nobody who is invisible is seen.
    /// </summary>
    public static bool MaySeeMember(User actor, Member member, Room room)
    {
        if (member.User == actor || actor.IsServerOperator)
        {
            return true;
        }

        var rank = room.RankOf(actor.Id);
        return May(actor, Deed.SeeMembers, room)
            && (!room.Modes.Has(RoomFlags.Auditorium) || rank > Rank.None || member.Rank != Rank.None)
            && (rank is not null || !member.User.Modes.HasFlag(UserModes.Invisible));
    }

    /// <summary>True when <see cref="MaySeeMember"/> is true of everybody in the room, whoever it is: one list does for all who may.</summary>
    public static bool MaySeeAllMembers(User actor, Room room) =>
        actor.IsServerOperator || (room.RankOf(actor.Id) is { } rank && (rank > Rank.None || !room.Modes.Has(RoomFlags.Auditorium)));

    /// <summary>
    /// The rank that counts for what somebody does to a room; null for those outside. The server's console is above all. The default room belongs to
    /// nobody and has no operators of its own, so those of the server are its operators while they sit in it.
    /// </summary>
    internal static Rank? PowerOf(User actor, Room room) =>
        actor.IsOperator ? Rank.Founder
        : room.RankOf(actor.Id) is not { } rank ? null
        : room.IsDefault && actor.IsServerOperator ? rank | Rank.Operator
        : rank;

    /// <summary>The account of a user as a name that can be compared; null for a guest.</summary>
    internal static Nickname? AccountName(this User user) =>
        Nickname.TryCreate(user.Account, AnyNameLength, out var account, out _) ? account : null;
}
