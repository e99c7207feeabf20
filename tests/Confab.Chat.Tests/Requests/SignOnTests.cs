using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class SignOnTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Signing_on_gives_the_nickname_that_was_asked_for()
    {
        var id = _chat.Connect("relay");

        var decision = _chat.Ask(id, new SignOn("Tom", Presence.Quiet, AcceptOther: false));

        var reply = Assert.IsType<SignedOnAs>(decision.Reply);
        Assert.Equal("Tom", reply.Who.Nickname.Text);
        Assert.Null(reply.Wanted);
        Assert.Null(reply.Room);
        Assert.Equal(new Participant(id, reply.Who.Nickname, new SessionOrigin("relay", "127.0.0.1", 50_001), Presence.Quiet), reply.Who);
        Assert.Equal([new SignedOn(reply.Who)], decision.Events);
        Assert.Equal(id, _chat.State.FindUser("tom")?.Participant.Session);
        Assert.Single(_chat.State.Users);
    }

    [Fact]
    public void A_room_is_entered_in_the_same_turn()
    {
        _chat.Enter("alice", ChatUnderTest.Lobby);
        var id = _chat.Connect();

        var decision = _chat.Ask(id, new SignOn("tom", Presence.Announced, AcceptOther: false, ChatUnderTest.Lobby, WithMembers: true));

        var reply = Assert.IsType<SignedOnAs>(decision.Reply);
        Assert.Equal(["alice", "tom"], reply.Room!.Members.Select(member => member.Who.Nickname.Text));
        Assert.Equal([new SignedOn(reply.Who), new MemberJoined(ChatUnderTest.Lobby, reply.Who, After: 0)], decision.Events);
    }

    [Fact]
    public void Who_cannot_enter_the_room_is_signed_on_all_the_same()
    {
        var chat = new ChatUnderTest(limits => limits.Rooms = 1);
        var id = chat.Connect();

        var decision = chat.Ask(id, new SignOn("tom", Presence.Announced, AcceptOther: false, ChatUnderTest.Tea));

        Assert.Null(Assert.IsType<SignedOnAs>(decision.Reply).Room);
        Assert.Equal("tom", chat.NicknameOf(id));
    }

    [Theory]
    [InlineData("Tom")]         // the same when folded
    [InlineData("t0m")]         // a zero
    [InlineData("tоm")]         // a Cyrillic o
    [InlineData("ｔｏｍ")]      // wide letters
    public void A_nickname_that_is_in_use_or_looks_so_is_refused_with_a_free_one(string wanted)
    {
        _chat.Enter("tom");
        var id = _chat.Connect();

        var refused = _chat.Refusal(id, new SignOn(wanted, Presence.Announced, AcceptOther: false));

        Assert.Equal(RefusalCode.NicknameInUse, refused.Code);
        Assert.Contains(refused.Suggestion!, refused.Text, StringComparison.Ordinal);
        Assert.Null(_chat.State.FindUser(id));
        Assert.Equal(refused.Suggestion, _chat.Reply<SignedOnAs>(id, new SignOn(refused.Suggestion!, Presence.Announced, AcceptOther: false)).Who.Nickname.Text);
    }

    [Theory]
    [InlineData("Server")]
    [InlineData("SERVER")]
    [InlineData("Servеr")]      // a Cyrillic e
    [InlineData("Ѕerver")]      // a Cyrillic capital
    public void Nobody_passes_for_the_server(string wanted)
    {
        var refused = _chat.Refusal(_chat.Connect(), new SignOn(wanted, Presence.Announced, AcceptOther: false));

        Assert.Equal(RefusalCode.NicknameInUse, refused.Code);
        Assert.NotEqual("server", refused.Suggestion, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", "guest")]
    [InlineData("two words", "two_words")]
    [InlineData("#room", "room")]
    [InlineData("tom\r\n", "tom")]
    public void An_invalid_nickname_is_refused_with_the_nearest_valid_one(string wanted, string suggested)
    {
        var refused = _chat.Refusal(_chat.Connect(), new SignOn(wanted, Presence.Announced, AcceptOther: false));

        Assert.Equal((RefusalCode.NicknameInvalid, suggested), (refused.Code, refused.Suggestion));
        Assert.Contains(suggested, refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.Text, char.IsControl);
    }

    [Fact]
    public void The_limit_of_nicknames_counts_characters_and_not_bytes()
    {
        var chat = new ChatUnderTest(limits => limits.NicknameLength = 4);

        Assert.Equal("жжжж", chat.NicknameOf(chat.Enter("жжжж")));
        Assert.Equal(RefusalCode.NicknameInvalid, chat.Refusal(chat.Connect(), new SignOn("abcde", Presence.Announced, AcceptOther: false)).Code);
    }

    [Fact]
    public void Who_accepts_another_nickname_gets_the_wanted_one_with_a_small_free_number()
    {
        string Next() => _chat.Reply<SignedOnAs>(_chat.Connect(), new SignOn("tom", Presence.Announced, AcceptOther: true)).Who.Nickname.Text;

        Assert.Equal(["tom", "tom2", "tom3", "tom4"], new[] { Next(), Next(), Next(), Next() });

        _chat.Ask(_chat.State.FindUser("tom2")!.Sessions[0], new SignOff(null));
        Assert.Equal(["tom2", "tom5"], new[] { Next(), Next() });
    }

    [Fact]
    public void Whoever_got_another_nickname_is_told_what_they_had_asked_for()
    {
        _chat.Enter("tom");

        Assert.Equal("TOM", _chat.Reply<SignedOnAs>(_chat.Connect(), new SignOn("TOM", Presence.Announced, AcceptOther: true)).Wanted);
        Assert.Equal("a b", _chat.Reply<SignedOnAs>(_chat.Connect(), new SignOn("a b", Presence.Announced, AcceptOther: true)).Wanted);
    }

    [Fact]
    public void A_nickname_that_was_only_composed_is_not_another_one()
    {
        var reply = _chat.Reply<SignedOnAs>(_chat.Connect(), new SignOn("Rene\u0301", Presence.Announced, AcceptOther: false));

        Assert.Equal("Ren\u00e9", reply.Who.Nickname.Text);
        Assert.Null(reply.Wanted);
    }

    [Fact]
    public void Signing_on_twice_is_refused_and_changes_nothing()
    {
        var id = _chat.Enter("tom");

        Assert.Equal(RefusalCode.SignedOnAlready, _chat.Refusal(id, new SignOn("jerry", Presence.Announced, AcceptOther: true)).Code);
        Assert.Equal("tom", _chat.NicknameOf(id));
    }

    [Fact]
    public void The_operator_bears_the_servers_name_whatever_it_asks_for()
    {
        var reply = _chat.Reply<SignedOnAs>(_chat.Connect(), new SignOn("tom", Presence.Operator, AcceptOther: false));

        Assert.Equal("Server", reply.Who.Nickname.Text);
        Assert.True(reply.Who.IsServer);
        Assert.Equal(reply.Who.Session, _chat.State.FindUser("server")?.Participant.Session);
    }

    [Fact]
    public void The_server_is_reached_as_long_as_one_of_its_consoles_is_there()
    {
        var first = _chat.Operator();
        var second = _chat.Operator();

        _chat.Ask(first, new SignOff(null));
        Assert.Equal(second, _chat.State.FindUser("Server")?.Participant.Session);

        var third = _chat.Operator();
        _chat.Ask(third, new SignOff(null));
        Assert.Equal(second, _chat.State.FindUser("Server")?.Participant.Session);

        _chat.Ask(second, new SignOff(null));
        Assert.Null(_chat.State.FindUser("Server"));
    }

    [Fact]
    public void Thousands_of_guests_of_one_name_are_numbered_in_a_few_looks_each()
    {
        // They are numbered without a gap. Were each number tried from 2 on, this would be millions of looks and not thousands.
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var guest = 0; guest < 3_000; guest++)
        {
            names.Add(_chat.Reply<SignedOnAs>(_chat.Connect(), new SignOn("guest", Presence.Quiet, AcceptOther: true)).Who.Nickname.Key);
        }

        Assert.Equal(3_000, names.Count);
        Assert.Contains("guest3000", names);
    }

    [Fact]
    public void A_command_that_acts_for_the_operator_is_not_reached_in_place_of_the_console()
    {
        var chat = new ChatUnderTest();
        var console = chat.Operator();
        var steward = chat.Steward();

        Assert.Equal(chat.Session(console), chat.State.FindUser("Server"));
        Assert.True(chat.Session(steward).IsServerOperator);
        chat.Ask(console, new SignOff(null));
        Assert.Null(chat.State.FindUser("Server"));
    }
}
