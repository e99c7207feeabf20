using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Permissions;

/// <summary>Who may do what, as one table: every kind of room, every role, every deed. What stands in it is allowed; everything else is not.</summary>
public sealed class GateTests
{
    private static readonly RoomName _tea = ChatUnderTest.Tea;

    private static readonly Deed[] _outside = [Deed.SeeRoom, Deed.SeeMembers];
    private static readonly Deed[] _banned = [Deed.Read, Deed.SeeKey, Deed.SeeRoom, Deed.SeeMembers];
    private static readonly Deed[] _member = [.. _banned, Deed.Post];
    private static readonly Deed[] _keepsOrder = [.. _member, Deed.Invite, Deed.SetTopic, Deed.Kick, Deed.ChangeModes];
    private static readonly Deed[] _console = [.. _keepsOrder, Deed.Announce];

    private static readonly Dictionary<Role, Deed[]> _open = new()
    {
        [Role.Stranger] = _outside,
        [Role.Member] = [.. _member, Deed.Invite],
        [Role.HalfOperator] = _keepsOrder,
        [Role.RoomOperator] = [.. _keepsOrder, Deed.Register],
        [Role.MemberWhoLeft] = _outside,
        [Role.RoomOperatorWhoLeft] = _outside,
        [Role.OperatorWhoCameBack] = [.. _member, Deed.Invite],
        [Role.Kicked] = _outside,
        [Role.BannedMember] = [.. _banned, Deed.Invite],
        [Role.BannedAndGone] = _outside,
        [Role.OperatorOfAnotherRoom] = _outside,
        [Role.ServerOperator] = [.. _outside, Deed.Register],
        [Role.Console] = [.. _console, Deed.Register],
    };

    private static readonly Dictionary<Role, Deed[]> _closed = new()
    {
        [Role.Stranger] = [Deed.Knock],
        [Role.Member] = _member,
        [Role.HalfOperator] = _keepsOrder,
        [Role.RoomOperator] = [.. _keepsOrder, Deed.Register],
        [Role.MemberWhoLeft] = [Deed.Knock],
        [Role.RoomOperatorWhoLeft] = [Deed.Knock],
        [Role.OperatorWhoCameBack] = _member,
        [Role.Kicked] = [Deed.Knock],
        [Role.BannedMember] = _banned,
        [Role.BannedAndGone] = [],
        [Role.OperatorOfAnotherRoom] = [Deed.Knock],
        [Role.ServerOperator] = [.. _outside, Deed.Knock, Deed.Register],
        [Role.Console] = [.. _console, Deed.Register],
    };

    // The founder keeps what is theirs when they are away, and their rank waits for them.
    private static readonly Dictionary<Role, Deed[]> _registered = new()
    {
        [Role.Stranger] = _outside,
        [Role.Member] = [.. _member, Deed.Invite],
        [Role.HalfOperator] = _keepsOrder,
        [Role.RoomOperator] = [.. _keepsOrder, Deed.Own],
        [Role.MemberWhoLeft] = _outside,
        [Role.RoomOperatorWhoLeft] = [.. _outside, Deed.Own],
        [Role.OperatorWhoCameBack] = [.. _keepsOrder, Deed.Own],
        [Role.Kicked] = _outside,
        [Role.BannedMember] = [.. _banned, Deed.Invite],
        [Role.BannedAndGone] = _outside,
        [Role.OperatorOfAnotherRoom] = _outside,
        [Role.ServerOperator] = [.. _outside, Deed.Own],
        [Role.Console] = [.. _console, Deed.Own],
    };

    public static TheoryData<Kind, Role, Deed, bool> Table()
    {
        var table = new TheoryData<Kind, Role, Deed, bool>();
        foreach (var (kind, allowed) in new[] { (Kind.Open, _open), (Kind.Closed, _closed), (Kind.Registered, _registered) })
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                foreach (var deed in Enum.GetValues<Deed>())
                {
                    table.Add(kind, role, deed, allowed[role].Contains(deed));
                }
            }
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void The_gate_answers_as_the_table_says(Kind kind, Role role, Deed deed, bool allowed)
    {
        var chat = new ChatUnderTest();
        var actor = chat.Session(Play(kind, role, chat));

        Assert.Equal(allowed, Gate.May(actor, deed, chat.State.FindRoom(_tea)!));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_request_is_refused_exactly_where_the_gate_says_no(Kind kind, Role role, Deed deed, bool allowed)
    {
        var chat = new ChatUnderTest();
        var actor = Play(kind, role, chat);

        foreach (var request in RequestsFor(deed))
        {
            Assert.True(chat.Ask(actor, request).Reply is Refused != allowed, $"{kind}: {role} and {request}");
        }
    }

    [Theory]
    [InlineData(Role.Stranger)]
    [InlineData(Role.MemberWhoLeft)]
    [InlineData(Role.Kicked)]
    [InlineData(Role.BannedAndGone)]
    public void A_secret_room_is_in_nobodys_list_who_does_not_sit_there(Role role)
    {
        var chat = new ChatUnderTest();

        Assert.DoesNotContain(_tea, chat.Reply<RoomsListed>(Play(Kind.Closed, role, chat), new ListRooms()).Rooms.Select(shown => shown.Room));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public void Whoever_may_see_all_members_may_see_each_of_them(Kind kind, Role role, bool isAuditorium)
    {
        var chat = new ChatUnderTest();
        var actor = chat.Session(Play(kind, role, chat));
        var room = chat.State.FindRoom(_tea)!;
        var console = chat.Operator();
        chat.Ask(console, new ChangeModes(_tea, [new RankChange(Rank.Voice, "witness", On: true), new FlagChange(RoomFlags.InviteOnly, On: false)]));
        chat.Ask(chat.Enter("ghost", _tea), new ChangeUserModes(UserModes.Invisible, UserModes.None));
        if (isAuditorium)
        {
            chat.Set(console, _tea, new FlagChange(RoomFlags.Auditorium, On: true));
        }

        var seen = room.Members.Count(member => Gate.MaySeeMember(actor, member, room));

        Assert.Equal(seen == room.Members.Count, Gate.MaySeeAllMembers(actor, room));
    }

    public static TheoryData<Kind, Role, bool> Roles()
    {
        var roles = new TheoryData<Kind, Role, bool>();
        foreach (var kind in Enum.GetValues<Kind>())
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                roles.Add(kind, role, true);
                roles.Add(kind, role, false);
            }
        }

        return roles;
    }

    [Fact]
    public void In_the_default_room_a_member_speaks_and_sets_the_topic_and_never_removes_anybody()
    {
        var chat = new ChatUnderTest();
        var first = chat.Session(chat.Enter("first", ChatUnderTest.Lobby));
        var outside = chat.Session(chat.Enter("outside"));

        Assert.False(Gate.May(first, Deed.Kick, chat.State.DefaultRoom));
        Assert.True(Gate.May(first, Deed.Post, chat.State.DefaultRoom));
        Assert.True(Gate.May(first, Deed.SetTopic, chat.State.DefaultRoom));
        Assert.False(Gate.May(outside, Deed.Post, chat.State.DefaultRoom));
    }

    private static IEnumerable<Request> RequestsFor(Deed deed) => deed switch
    {
        Deed.Read =>
        [
            new ReadHistory(_tea, 0, long.MaxValue, 10, FromNewest: true),
            new SearchMessages("kettle", _tea, long.MaxValue, 10),
        ],
        Deed.Post => [new Post(_tea, "hello"), new Post(_tea, "hello") { MinimumRank = Rank.Voice }],
        Deed.SetTopic => [new SetTopic(_tea, "milk")],
        Deed.Kick => [new KickMember(_tea, "witness", null)],
        Deed.ChangeModes => [new ChangeModes(_tea, [new MaskChange(MaskListKind.Bans, ChatUnderTest.Mask("mallory"), On: true)])],
        Deed.Invite => [new Invite(_tea, "outsider")],
        Deed.SeeRoom => [new ShowTopic(_tea)],
        Deed.SeeMembers => [new ListMembers(_tea)],
        Deed.SeeKey => [],
        Deed.Knock => [new Knock(_tea, "please")],
        Deed.Register => [new RegisterRoom(_tea, Names.Make.Name("host"))],
        Deed.Own => [new SetRoomAccess(_tea, Names.Make.Name("friend"), Rank.Voice), new DropRoom(_tea)],
        Deed.Announce => [new Announce("hello")],
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "This deed has no request yet."),
    };

    private static SessionId Play(Kind kind, Role role, ChatUnderTest chat)
    {
        var host = chat.LogIn(chat.Enter("host", _tea), "host");
        chat.Enter("witness", _tea);
        chat.Enter("outsider");
        chat.Account("friend");
        if (kind == Kind.Registered)
        {
            chat.Reply<Done>(host, new RegisterRoom(_tea));
        }

        var actor = Play(role, chat, host);
        if (kind == Kind.Closed)
        {
            chat.Set(chat.Operator(), _tea, new FlagChange(RoomFlags.Secret, On: true), new FlagChange(RoomFlags.InviteOnly, On: true));
        }

        return actor;
    }

    private static SessionId Play(Role role, ChatUnderTest chat, SessionId host)
    {
        switch (role)
        {
            case Role.Stranger:
                return chat.Enter("actor");
            case Role.Member:
                return chat.Enter("actor", _tea);
            case Role.HalfOperator:
                var half = chat.Enter("actor", _tea);
                chat.Set(host, _tea, new RankChange(Rank.HalfOperator, "actor", On: true));
                return half;
            case Role.RoomOperator:
                return host;
            case Role.MemberWhoLeft:
                var member = chat.Enter("actor", _tea);
                chat.Reply<RoomLeft>(member, new PartRoom(_tea, null));
                return member;
            case Role.RoomOperatorWhoLeft:
                chat.Reply<RoomLeft>(host, new PartRoom(_tea, null));
                return host;
            case Role.OperatorWhoCameBack:
                chat.Reply<RoomLeft>(host, new PartRoom(_tea, null));
                chat.Reply<RoomEntered>(host, new JoinRoom(_tea));
                return host;
            case Role.Kicked:
                var victim = chat.Enter("actor", _tea);
                chat.Reply<Done>(host, new KickMember(_tea, "actor", null));
                return victim;
            case Role.BannedMember:
                var banned = chat.Enter("actor", _tea);
                chat.Ban(host, _tea, "actor");
                return banned;
            case Role.BannedAndGone:
                var gone = chat.Enter("actor", _tea);
                chat.Ban(host, _tea, "actor");
                chat.Reply<Done>(host, new KickMember(_tea, "actor", null));
                return gone;
            case Role.OperatorOfAnotherRoom:
                return chat.Enter("actor", ChatUnderTest.Room("#milk"));
            case Role.ServerOperator:
                return chat.ServerOperator("actor");
            case Role.Console:
                return chat.Operator();
            default:
                throw new ArgumentOutOfRangeException(nameof(role), role, "Nobody knows how to play this role.");
        }
    }
}
