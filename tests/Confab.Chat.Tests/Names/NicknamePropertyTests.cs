using System.Text;
using Confab.Chat.Names;

namespace Confab.Chat.Tests.Names;

public sealed class NicknamePropertyTests
{
    private const int Rounds = 20_000;

    [Fact]
    public void Any_text_gives_a_nickname_or_a_problem_and_a_nickname_is_stable()
    {
        var random = new Random(20);
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var input = RandomText.Make(random);
            var maxLength = random.Next(1, 40);
            if (Nickname.TryCreate(input, maxLength, out var nickname, out var problem))
            {
                accepted++;
                AssertStable(nickname, maxLength);
            }
            else
            {
                Assert.DoesNotContain(problem, one => char.IsControl(one) || one is >= '\u202A' and <= '\u202E');
                Assert.InRange(problem.Length, 20, 400);
            }
        }

        Assert.InRange(accepted, 100, Rounds);
    }

    [Fact]
    public void Any_text_can_be_made_valid_and_numbered()
    {
        var random = new Random(21);
        for (var round = 0; round < Rounds; round++)
        {
            var maxLength = random.Next(1, 40);
            var nickname = Nickname.MakeValid(RandomText.Make(random), maxLength, RandomText.Make(random));
            AssertStable(nickname, maxLength);

            var number = random.Next(0, 10);
            var numbered = nickname.WithNumber(number, maxLength);
            AssertStable(numbered, maxLength);
            Assert.EndsWith(number.ToString(), numbered.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_code_point_is_decided_consistently()
    {
        var accepted = 0;
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (!Rune.IsValid(code))
            {
                continue;
            }

            if (Nickname.TryCreate("٣" + char.ConvertFromUtf32(code), 2, out var nickname, out _))
            {
                accepted++;
                if (nickname.Key != nickname.Text || code % 16 == 0)
                {
                    // Not for each of the hundred thousand Han characters and Hangul syllables, which are all alike.
                    AssertStable(nickname, 40);
                }

                Assert.DoesNotContain(nickname.Key, one => char.IsControl(one) || char.IsWhiteSpace(one) || IsSpecial(one));
            }
        }

        // Unicode has well over a hundred thousand letters; most are Han characters and Hangul syllables.
        Assert.InRange(accepted, 100_000, 200_000);
    }

    private static bool IsSpecial(char one) => "#,:!@*?/".Contains(one, StringComparison.Ordinal);

    private static void AssertStable(Nickname nickname, int maxLength)
    {
        Assert.True(Nickname.TryCreate(nickname.Text, maxLength, out var again, out var problem), problem);
        Assert.Equal(nickname.Text, again.Text);
        Assert.Equal(nickname.Key, again.Key);
        Assert.Equal(nickname.Skeleton, again.Skeleton);
        Assert.True(nickname.Text.EnumerateRunes().Count() <= maxLength, "too long");
        Assert.True(nickname.Text.IsNormalized(NormalizationForm.FormC), "not composed");

        Assert.True(Nickname.TryCreate(nickname.Key, 1_000, out var ofKey, out problem), problem);
        Assert.Equal(nickname.Key, ofKey.Key);
        Assert.Equal(nickname.Key, ofKey.Text);
    }
}
