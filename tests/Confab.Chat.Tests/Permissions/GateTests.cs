using Confab.Chat.Names;
using Confab.Chat.Permissions;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Permissions;

/// <summary>Who may do what, as one table: every role, every deed. What stands in it is allowed; everything else is not.</summary>
public sealed class GateTests
{
    private static readonly Dictionary<Role, Deed[]> _allowed = new()
    {
        [Role.Stranger] = [],
        [Role.Member] = [Deed.Read, Deed.Post, Deed.SetTopic],
        [Role.RoomOperator] = [Deed.Read, Deed.Post, Deed.SetTopic, Deed.Kick],
        [Role.MemberWhoLeft] = [],
        [Role.RoomOperatorWhoLeft] = [],
        [Role.OperatorWhoCameBack] = [Deed.Read, Deed.Post, Deed.SetTopic],
        [Role.Kicked] = [],
        [Role.OperatorOfAnotherRoom] = [],
        [Role.ServerOperator] = [Deed.Read, Deed.Post, Deed.SetTopic, Deed.Kick, Deed.Announce],
    };

    public static TheoryData<Role, Deed, bool> Table()
    {
        var table = new TheoryData<Role, Deed, bool>();
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var deed in Enum.GetValues<Deed>())
            {
                table.Add(role, deed, _allowed[role].Contains(deed));
            }
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void The_gate_answers_as_the_table_says(Role role, Deed deed, bool allowed)
    {
        var chat = new ChatUnderTest();
        var host = chat.Enter("host", ChatUnderTest.Tea);
        chat.Enter("witness", ChatUnderTest.Tea);

        var actor = chat.Session(Play(role, chat, host));

        Assert.Equal(allowed, Gate.May(actor, deed, chat.State.FindRoom(ChatUnderTest.Tea)!));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void A_request_is_refused_exactly_where_the_gate_says_no(Role role, Deed deed, bool allowed)
    {
        var chat = new ChatUnderTest();
        var host = chat.Enter("host", ChatUnderTest.Tea);
        chat.Enter("witness", ChatUnderTest.Tea);
        var actor = Play(role, chat, host);

        foreach (var request in RequestsFor(deed, ChatUnderTest.Tea))
        {
            Assert.True(chat.Ask(actor, request).Reply is Refused != allowed, $"{role} and {request}");
        }
    }

    [Fact]
    public void In_the_default_room_a_member_never_removes_anybody()
    {
        var chat = new ChatUnderTest();
        var first = chat.Session(chat.Enter("first", ChatUnderTest.Lobby));

        Assert.False(Gate.May(first, Deed.Kick, chat.State.DefaultRoom));
        Assert.True(Gate.May(first, Deed.Post, chat.State.DefaultRoom));
    }

    private static IEnumerable<Request> RequestsFor(Deed deed, RoomName room) => deed switch
    {
        Deed.Read =>
        [
            new ReadHistory(room, 0, long.MaxValue, 10, FromNewest: true),
            new SearchMessages("kettle", room, long.MaxValue, 10),
            new ListMembers(room),
            new ShowTopic(room),
        ],
        Deed.Post => [new Post(room, "hello")],
        Deed.SetTopic => [new SetTopic(room, "milk")],
        Deed.Kick => [new KickMember(room, "witness", null)],
        Deed.Announce => [new Announce("hello")],
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, "This deed has no request yet."),
    };

    private static SessionId Play(Role role, ChatUnderTest chat, SessionId host)
    {
        switch (role)
        {
            case Role.Stranger:
                return chat.Enter("actor");
            case Role.Member:
                return chat.Enter("actor", ChatUnderTest.Tea);
            case Role.RoomOperator:
                return host;
            case Role.MemberWhoLeft:
                var member = chat.Enter("actor", ChatUnderTest.Tea);
                chat.Reply<RoomLeft>(member, new PartRoom(ChatUnderTest.Tea, null));
                return member;
            case Role.RoomOperatorWhoLeft:
                chat.Reply<RoomLeft>(host, new PartRoom(ChatUnderTest.Tea, null));
                return host;
            case Role.OperatorWhoCameBack:
                chat.Reply<RoomLeft>(host, new PartRoom(ChatUnderTest.Tea, null));
                chat.Reply<RoomEntered>(host, new JoinRoom(ChatUnderTest.Tea));
                return host;
            case Role.Kicked:
                var victim = chat.Enter("actor", ChatUnderTest.Tea);
                chat.Reply<Done>(host, new KickMember(ChatUnderTest.Tea, "actor", null));
                return victim;
            case Role.OperatorOfAnotherRoom:
                return chat.Enter("actor", ChatUnderTest.Room("#milk"));
            case Role.ServerOperator:
                return chat.Operator();
            default:
                throw new ArgumentOutOfRangeException(nameof(role), role, "Nobody knows how to play this role.");
        }
    }
}
