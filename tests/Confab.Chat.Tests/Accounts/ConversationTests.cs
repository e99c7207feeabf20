using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Accounts;

/// <summary>What accounts say to each other.</summary>
public sealed class ConversationTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void It_is_one_conversation_whoever_speaks_and_under_whatever_nickname()
    {
        var (alice, bob) = (_chat.Registered("alice"), _chat.Registered("Bob"));
        _chat.Reply<Renamed>(bob, new Rename("robert"));

        var there = _chat.Tell(alice, "robert", "hello");
        var back = _chat.Ask(bob, new SendPrivateMessage("alice", "hello yourself"));

        Assert.Equal(there.Room, Assert.Single(back.Entries).Room);
        Assert.Equal("@alice,bob", there.Room.Key);
    }

    [Fact]
    public void With_a_guest_nothing_is_remembered()
    {
        var (alice, tom) = (_chat.Registered("alice"), _chat.Enter("tom"));

        Assert.Empty(_chat.Ask(alice, new SendPrivateMessage("tom", "psst")).Entries);
        Assert.Empty(_chat.Ask(tom, new SendPrivateMessage("alice", "psst")).Entries);
        Assert.Null(_chat.State.Conversation("alice", "tom"));
    }

    [Fact]
    public void Who_listens_only_to_people_with_accounts_is_not_reached_by_guests()
    {
        var id = _chat.Connect();
        _chat.Reply<SignedOnAs>(id, new SignOn("shy", Presence.Announced, AcceptOther: false) { Modes = UserModes.RegisteredOnly });
        var tom = _chat.Enter("tom");

        Assert.Equal(RefusalCode.AccountNeeded, _chat.Denied(tom, new SendPrivateMessage("shy", "psst")));
        _chat.Reply<PrivateMessageSent>(_chat.Oper(), new SendPrivateMessage("shy", "psst"));
        _chat.Reply<PrivateMessageSent>(_chat.Registered("alice"), new SendPrivateMessage("shy", "psst"));
        _chat.Reply<PrivateMessageSent>(id, new SendPrivateMessage("tom", "psst"));
    }

    [Fact]
    public void What_is_said_to_a_service_is_told_to_nobody_and_remembered_nowhere()
    {
        var alice = _chat.Registered("alice");

        var decision = _chat.Run(alice, new SendPrivateMessage("NickServ", "IDENTIFY secret-word"));

        Assert.Empty(decision.Entries);
        Assert.DoesNotContain(decision.Events, one => one is PrivateMessagePosted { Message.Value: var text } && text.Contains("secret", StringComparison.Ordinal));
        Assert.Equal("NickServ", Assert.IsType<PrivateMessageSent>(decision.Reply).Message.To.Nickname.Text);
        Assert.DoesNotContain("secret", new SendPrivateMessage("NickServ", "IDENTIFY secret").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_does_not_answer_what_is_no_question()
    {
        var tom = _chat.Enter("tom");

        Assert.Empty(_chat.Run(tom, new SendPrivateMessage("NickServ", "HELP", MessageKind.Notice)).Events);
        Assert.NotEmpty(_chat.Run(tom, new SendPrivateMessage("NickServ", "HELP")).Events);
    }
}
