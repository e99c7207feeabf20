using Confab.Chat.Accounts;
using Confab.Chat.Messages;
using Confab.Chat.Moderation;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class BeforeSignOnTests
{
    private static readonly string[] _allowed = [nameof(Ping), nameof(RejectInput), nameof(SignOff), nameof(SignOn)];

    private static readonly Request[] _others =
    [
        new Announce("hear me"),
        new ChangeModes(ChatUnderTest.Lobby, []),
        new DropRoom(ChatUnderTest.Lobby),
        new FindMessage(default(MessageId)),
        new Invite(ChatUnderTest.Lobby, "tom"),
        new JoinRoom(ChatUnderTest.Lobby),
        new KickMember(ChatUnderTest.Lobby, "tom", null),
        new Knock(ChatUnderTest.Lobby, "please"),
        new ListInvitations(),
        new ListMembers(ChatUnderTest.Lobby),
        new ListRooms(),
        new PartRoom(ChatUnderTest.Lobby, null),
        new Post(ChatUnderTest.Lobby, "hello"),
        new PostCtcp(ChatUnderTest.Lobby, "\u0001VERSION\u0001"),
        new PostTags(ChatUnderTest.Lobby, "+typing=active"),
        new ReadHistory(ChatUnderTest.Lobby, 0, 9, 9, FromNewest: true),
        new RegisterRoom(ChatUnderTest.Lobby),
        new Rename("jerry"),
        new SearchMessages("kettle", null, 9, 9),
        new SendCtcp("tom", "\u0001VERSION\u0001"),
        new SendPrivateMessage("tom", "psst"),
        new SendTags("tom", "+typing=active"),
        new SetRoomAccess(ChatUnderTest.Lobby, Names.Make.Name("tom"), Rank.Voice),
        new SetTopic(ChatUnderTest.Lobby, "milk"),
        new ShowRoomAccess(ChatUnderTest.Lobby),
        new ShowTopic(ChatUnderTest.Lobby),
        new BecomeOperator("boss", "secret", "secret"),
        new ChangeHost("tom", "pot", "host"),
        new ChangeUserModes(UserModes.Bot, UserModes.None),
        new ListWatched(),
        new SayToOperators("tea"),
        new MarkRead("#lobby"),
        new SetAway("tea"),
        new SetRealName("Tom"),
        new Unwatch(),
        new Watch(["tom"], 1),
        new TransferRoom(ChatUnderTest.Lobby, Names.Make.Name("tom")),
    ];

    private static readonly string[] _allowedForAccounts =
    [
        nameof(BeginLogIn), nameof(LogIn), nameof(LogInByCertificate), nameof(LogInVerified), nameof(LogInVouched), nameof(LogOut),
        nameof(RegisterAccount), nameof(SetPassword),
    ];

    private static readonly Request[] _othersForAccounts =
    [
        new AddAccount("tom", "secret"),
        new AddBan(BanKind.Address, "192.0.2.1", null, null),
        new AddCertificate(),
        new AskService("NS", "help"),
        new DropAccount(),
        new FreeNickname("tom", Take: true),
        new GroupNickname(null, On: true),
        new Kill("tom", null),
        new ListAccounts(),
        new ListBans(),
        new RemoveBan(BanKind.Address, "192.0.2.1"),
        new RemoveCertificate("ab"),
        new SetAdministrator("tom", On: true),
        new SetAccountOption(AccountOption.Enforce, "on"),
        new ShowAccount("tom"),
        new SuspendAccount("tom", Suspend: true),
    ];

    [Fact]
    public void Whoever_has_no_nickname_is_asked_to_sign_on_first()
    {
        var chat = new ChatUnderTest();
        chat.Enter("tom", ChatUnderTest.Lobby);

        foreach (var request in _others.Concat(_othersForAccounts))
        {
            Assert.Equal(RefusalCode.NotSignedOn, chat.Refusal(chat.Connect(), request).Code);
        }
    }

    [Fact]
    public void No_request_is_missing_here()
    {
        var all = typeof(Request).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Request))).Select(type => type.Name);

        var here = _allowed.Concat(_allowedForAccounts).Concat(_others.Concat(_othersForAccounts).Select(request => request.GetType().Name));

        Assert.Equal(all.Order(StringComparer.Ordinal), here.Order(StringComparer.Ordinal));
    }
}
