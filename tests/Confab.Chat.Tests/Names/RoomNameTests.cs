using System.Text;
using Confab.Chat.Names;

namespace Confab.Chat.Tests.Names;

public sealed class RoomNameTests
{
    [Theory]
    [InlineData("#lobby")]
    [InlineData("#c++")]
    [InlineData("##ops/on-call")]
    [InlineData("#7")]
    [InlineData("#茶")]
    [InlineData("#чай")]
    [InlineData("#שלום")]
    [InlineData("#🍵")]
    [InlineData("#it's!?*@&")]
    public void Names_with_letters_signs_and_emoji_are_kept(string name)
    {
        Assert.Equal(name, Make(name).Text);
        Assert.Equal(name, Make(name).ToString());
    }

    [Theory]
    [InlineData("#Tea", "#tea")]
    [InlineData("#STRASSE", "#Straße")]
    [InlineData("#ｔｅａ", "#tea")]
    [InlineData("#cafe\u0301", "#CAFÉ")]
    [InlineData("#ΛΌΓΟΣ", "#λόγος")]
    public void Spellings_of_one_name_are_one_room(string one, string other)
    {
        Assert.Equal(Make(one), Make(other));
        Assert.Equal(Make(one).GetHashCode(), Make(other).GetHashCode());
    }

    [Fact]
    public void Look_alikes_are_different_rooms() => Assert.NotEqual(Make("#tea"), Make("#теа"));

    [Theory]
    [InlineData("tea", "#tea")]
    [InlineData("#tea", "#tea")]
    [InlineData(" tea\r\n", "#tea")]
    [InlineData("##tea", "##tea")]
    public void People_may_leave_out_the_sign(string typed, string name)
    {
        Assert.True(RoomName.TryParse(typed, out var room, out _));
        Assert.Equal(name, room.Text);
    }

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("", "empty")]
    [InlineData("#", "only the sign")]
    [InlineData("tea", "does not start with #")]
    [InlineData("#a b", "a space (U+0020)")]
    [InlineData("#a,b", "U+002C")]
    [InlineData("#a:b", "U+003A")]
    [InlineData("#a\u0007b", "U+0007")]
    [InlineData("#a\0", "U+0000")]
    [InlineData("#a\nb", "U+000A")]
    [InlineData("#a\u3000b", "U+3000")]
    [InlineData("#a\u2029b", "U+2029")]
    [InlineData("#a\u200Bb", "U+200B")]
    [InlineData("#a\u202Eb", "U+202E")]
    [InlineData("#a\u200D", "U+200D")]
    [InlineData("#\u3164", "U+3164")]
    [InlineData("#a，b", "stands for others")]
    [InlineData("#a：b", "stands for others")]
    [InlineData("#ﷺ", "stands for others")]
    [InlineData("#\u0301a", "begins with a combining mark")]
    [InlineData("#e\u0334\u0335\u0336\u0337", "more than 3 combining marks")]
    public void What_is_not_allowed_is_named(string? input, string named)
    {
        Assert.False(RoomName.TryCreate(input, out var room, out var problem));
        Assert.Null(room);
        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(problem, one => char.IsControl(one) || char.IsSurrogate(one));
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        Assert.False(RoomName.TryCreate("#a\uD800", out _, out var problem));
        Assert.Contains("half a character", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(problem, char.IsSurrogate);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("e\u0301")]
    [InlineData("🍵")]
    public void Sixty_three_code_points_fit_and_one_more_does_not(string one)
    {
        var longest = "#" + string.Concat(Enumerable.Repeat(one, 63));
        Assert.True(Encoding.UTF8.GetByteCount(Make(longest).Text) <= 256);
        Assert.False(RoomName.TryCreate(longest + one, out _, out var problem));
        Assert.Contains("has 64 characters", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tower_of_marks_or_a_million_letters_is_refused_with_a_short_sentence()
    {
        foreach (var input in new[] { "#a" + new string('\u0301', 10_000), "#" + new string('x', 1_000_000) })
        {
            Assert.False(RoomName.TryCreate(input, out _, out var problem));
            Assert.InRange(problem.Length, 1, 300);
        }
    }

    [Fact]
    public void Any_text_gives_a_room_name_or_a_problem_and_a_room_name_is_stable()
    {
        var random = new Random(23);
        var accepted = 0;
        for (var round = 0; round < 20_000; round++)
        {
            if (RoomName.TryParse(RandomText.Make(random), out var room, out var problem))
            {
                accepted++;
                Assert.Equal(room.Text, Make(room.Text).Text);
                Assert.True(room.Text.IsNormalized(NormalizationForm.FormC), "not composed");
                if (room.Key.EnumerateRunes().Count() <= RoomName.MaxLength)
                {
                    Assert.Equal(room.Key, Make(room.Key).Key);
                }
            }
            else
            {
                Assert.DoesNotContain(problem, char.IsControl);
            }
        }

        Assert.InRange(accepted, 100, 20_000);
    }

    private static RoomName Make(string text)
    {
        var valid = RoomName.TryCreate(text, out var room, out var problem);
        Assert.True(valid, problem);
        return room!;
    }
}
