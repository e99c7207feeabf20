using Confab.Chat.Rooms;

namespace Confab.Chat.Tests.Rooms;

public sealed class RoomModesTests
{
    [Fact]
    public void A_new_room_keeps_strangers_words_out_and_its_topic_locked() =>
        Assert.Equal("nt", RoomFlagLetters.Write(RoomModes.Default.Flags));

    [Fact]
    public void A_flag_goes_on_and_off()
    {
        var modes = RoomModes.Default.With(RoomFlags.Moderated, on: true).With(RoomFlags.TopicLocked, on: false);

        Assert.Equal((true, false, true), (modes.Has(RoomFlags.Moderated), modes.Has(RoomFlags.TopicLocked), modes.Has(RoomFlags.NoExternalMessages)));
    }

    [Fact]
    public void Every_flag_has_a_letter_of_its_own()
    {
        var flags = Enum.GetValues<RoomFlags>().Where(flag => flag != RoomFlags.None).ToArray();

        Assert.Equal("CMRimnstu", RoomFlagLetters.All);
        Assert.Equal(flags.Length, RoomFlagLetters.All.Length);
        Assert.All(flags, flag => Assert.Equal(flag, RoomFlagLetters.Read(RoomFlagLetters.Write(flag))));
        Assert.Equal(RoomFlags.None, RoomFlagLetters.Read("xyz"));
    }

    [Theory]
    [InlineData("beer")]
    [InlineData("жук!@*")]
    [InlineData("a:b")]
    public void A_key_is_one_word(string text)
    {
        Assert.True(RoomKey.TryCreate(text, out var key, out var problem), problem);
        Assert.Equal(text, key.Text);
        Assert.DoesNotContain(text, key.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a,b")]
    [InlineData(":a")]
    [InlineData("a\u0001")]
    [InlineData("жжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжжж")]
    public void A_key_that_could_not_be_given_is_refused(string text)
    {
        Assert.False(RoomKey.TryCreate(text, out var key, out var problem));
        Assert.Null(key);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }
}
