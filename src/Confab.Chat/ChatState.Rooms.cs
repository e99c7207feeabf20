using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat;

/// <summary>Rooms: whose they are, who is invited, and who hears of whom.</summary>
public sealed partial class ChatState
{
    /// <summary>Who is invited where.</summary>
    public InvitationBook Invitations { get; } = new();

    /// <summary>The server itself, as the actor of what it does on its own.</summary>
    internal Participant Server => new(default, Options.ServerName, new SessionOrigin("server", string.Empty, 0), Presence.Operator);

    /// <summary>
    /// Who hears that a member comes or goes: null for everybody. In an auditorium plain members are seen by those with a rank only, and by whom it
    /// concerns.
    /// </summary>
    internal static IReadOnlySet<UserId>? AudienceOf(User member, Room room, User? actor = null)
    {
        if (!room.Modes.Has(RoomFlags.Auditorium) || room.RankOf(member.Id) > Rank.None)
        {
            return null;
        }

        var audience = MembersAbove(room, Rank.Voice);
        audience.Add(member.Id);
        if (actor is not null)
        {
            audience.Add(actor.Id);
        }

        return audience;
    }

    /// <summary>The members with at least that rank.</summary>
    internal static HashSet<UserId> MembersAbove(Room room, Rank least) =>
        [.. room.Members.Where(member => member.Rank.Highest() >= least).Select(member => member.User.Id)];

    /// <summary>Who hears what is said to members of some rank: they, and who says it. Null for everybody.</summary>
    internal static HashSet<UserId>? HearersOf(Room room, Rank least, User author) =>
        least == Rank.None ? null : [.. MembersAbove(room, least), author.Id];

    /// <summary>Marks a registered room as changed; nothing else of rooms is kept beside their entries.</summary>
    internal void Save(Room room)
    {
        if (room.Registration is not null)
        {
            Remember(RoomRecord.Kind, room.Name.Key, RoomRecord.Write(room));
        }
    }

    /// <summary>Gives a member of a registered room the rank that its account has there, and tells the room.</summary>
    internal void GrantRank(User user, Room room, Decision decision)
    {
        if (room.Registration?.RankOf(user.AccountName()) is not { } rank || rank == Rank.None || room.RankOf(user.Id) is not { } own || own.HasFlag(rank))
        {
            return;
        }

        room.SetRank(user.Id, own | rank);
        decision.Happened(new ModesChanged(room.Name, Server, [new RankChange(rank, user.Nickname.Text, On: true) { Member = user.Id }]));
    }

    /// <summary>Gives a user who has just logged in the ranks that its account has in the rooms where it sits.</summary>
    internal void GrantRanks(User user, Decision decision)
    {
        foreach (var room in user.Rooms)
        {
            GrantRank(user, room, decision);
        }
    }

    /// <summary>The registered rooms of an account.</summary>
    internal IEnumerable<Room> RoomsOf(Nickname founder) => _rooms.Values.Where(room => room.Registration?.Founder == founder);

    /// <summary>Gives a room a registration, or another one; ranks that come or go with it are told to the room at once.</summary>
    internal void Register(Room room, RoomRegistration registration, Decision decision)
    {
        var before = room.Registration;
        room.Registration = registration;
        room.Created ??= registration.Registered;
        Save(room);
        FitRanks(room, before, decision);
    }

    /// <summary>Makes a room nobody's. Who sits there as its founder runs it from now on, so that it is not without anybody.</summary>
    internal void Unregister(Room room, Decision decision)
    {
        var before = room.Registration;
        room.Registration = null;
        Remember(RoomRecord.Kind, room.Name.Key, value: null);
        FitRanks(room, before, decision);
        room.ResetIfNobodys();
        ForgetIfNothing(room);
    }

    /// <summary>Takes an account that is gone out of all rooms; what it owned is nobody's.</summary>
    internal void ForgetAccountInRooms(Nickname account, Decision decision)
    {
        foreach (var room in _rooms.Values.Where(room => room.Registration?.RankOf(account) > Rank.None).ToArray())
        {
            if (room.Registration!.Founder == account)
            {
                Unregister(room, decision);
            }
            else
            {
                Register(room, room.Registration.With(account, Rank.None), decision);
            }
        }
    }

    private void FitRanks(Room room, RoomRegistration? before, Decision decision)
    {
        var changes = new List<ModeChange>();
        foreach (var member in room.Members.ToArray())
        {
            var account = member.User.AccountName();
            var (had, has) = (before?.RankOf(account) ?? Rank.None, room.Registration?.RankOf(account) ?? Rank.None);
            if (room.Registration is null && had == Rank.Founder)
            {
                has = Rank.Operator;
            }

            if (had == has)
            {
                continue;
            }

            var rank = member.Rank;
            Change(had, on: false);
            Change(has, on: true);

            void Change(Rank one, bool on)
            {
                if (one != Rank.None && rank.HasFlag(one) != on)
                {
                    rank = on ? rank | one : rank & ~one;
                    room.SetRank(member.User.Id, rank);
                    changes.Add(new RankChange(one, member.User.Nickname.Text, on) { Member = member.User.Id });
                }
            }
        }

        if (changes.Count > 0)
        {
            decision.Happened(new ModesChanged(room.Name, Server, changes));
        }
    }

    private bool RestoreRooms(RecordChange record)
    {
        if (record is not { Kind: RoomRecord.Kind, Value: { } value } || RoomRecord.TryRead(value) is not { } stored
            || !RoomName.TryCreate(stored.Name, out var name, out _))
        {
            return false;
        }

        var room = FindRoom(name) ?? AddRoom(name);
        var restored = stored.TryRestore(room);
        ForgetIfNothing(room);
        return restored;
    }
}
