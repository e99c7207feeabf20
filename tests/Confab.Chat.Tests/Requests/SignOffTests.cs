using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests.Requests;

public sealed class SignOffTests
{
    private readonly ChatUnderTest _chat = new();

    [Fact]
    public void Every_room_hears_of_it_before_the_session_ends()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby, ChatUnderTest.Tea);
        var who = _chat.Session(tom).Participant;

        var decision = _chat.Ask(tom, new SignOff("good night"));

        Assert.Equal(
            [
                new MemberLeft(ChatUnderTest.Lobby, who, "good night", Quit: true),
                new MemberLeft(ChatUnderTest.Tea, who, "good night", Quit: true),
                new SignedOff(who, "good night", [ChatUnderTest.Lobby, ChatUnderTest.Tea]),
            ],
            decision.Events);
        Assert.Equal(new Goodbye("good night"), decision.Reply);
        Assert.Empty(_chat.In(ChatUnderTest.Lobby));
    }

    [Fact]
    public void The_nickname_is_free_again()
    {
        _chat.Ask(_chat.Enter("tom"), new SignOff(null));

        Assert.Empty(_chat.State.Users);
        Assert.Equal("t0m", _chat.NicknameOf(_chat.Enter("t0m")));
    }

    [Fact]
    public void Ending_twice_or_before_a_nickname_tells_nobody()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby);
        _chat.Ask(tom, new SignOff(null));

        foreach (var id in new[] { tom, _chat.Connect() })
        {
            var decision = _chat.Ask(id, new SignOff("bye"));
            Assert.IsType<Goodbye>(decision.Reply);
            Assert.Empty(decision.Events);
        }
    }

    [Fact]
    public void After_the_end_a_session_is_a_stranger()
    {
        var tom = _chat.Enter("tom", ChatUnderTest.Lobby);
        _chat.Ask(tom, new SignOff(null));

        Assert.Equal(RefusalCode.NotSignedOn, _chat.Refusal(tom, new Post(ChatUnderTest.Lobby, "still here")).Code);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("  \t", null)]
    [InlineData("\u0007\u001b", null)]
    [InlineData("one\r\ntwo", "one two")]
    [InlineData("\u001b[31mred", "[31mred")]
    public void A_reason_is_one_clean_line(string? given, string? shown) =>
        Assert.Equal(shown, _chat.Reply<Goodbye>(_chat.Connect(), new SignOff(given)).Reason);

    [Theory]
    [InlineData("x", 1)]
    [InlineData("\u00e9", 2)]
    [InlineData("\u20ac", 3)]
    [InlineData("\U0001F600", 4)]
    public void A_long_reason_is_cut_between_characters_at_its_limit(string character, int bytes)
    {
        var chat = new ChatUnderTest(limits => limits.ReasonBytes = 50);

        var reason = chat.Reply<Goodbye>(chat.Connect(), new SignOff(string.Concat(Enumerable.Repeat(character, 100)))).Reason;

        Assert.Equal(string.Concat(Enumerable.Repeat(character, 50 / bytes)), reason);
    }

    [Fact]
    public void Cutting_a_reason_leaves_no_open_direction_behind()
    {
        var chat = new ChatUnderTest(limits => limits.ReasonBytes = 20);

        var reason = chat.Reply<Goodbye>(chat.Connect(), new SignOff("\u202E" + new string('x', 100) + "\u202C")).Reason!;

        Assert.True(System.Text.Encoding.UTF8.GetByteCount(reason) <= 20);
        Assert.StartsWith("\u202Ex", reason, StringComparison.Ordinal);
        Assert.EndsWith("x\u202C", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operator_leaves_without_a_word_to_any_room()
    {
        var console = _chat.Operator();
        var who = _chat.Session(console).Participant;

        Assert.Equal([new SignedOff(who, null, [])], _chat.Ask(console, new SignOff(null)).Events);
        Assert.Equal(Presence.Operator, who.Presence);
    }
}
