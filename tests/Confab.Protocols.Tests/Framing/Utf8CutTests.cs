using System.Text;
using Confab.Protocols.Framing;
using Confab.Protocols.Tests.Cutting;
using Confab.Protocols.Tests.Lines;
using FsCheck;
using FsCheck.Fluent;

namespace Confab.Protocols.Tests.Framing;

public sealed class Utf8CutTests
{
    [Theory]
    [InlineData("hello", 3, 3)]
    [InlineData("hello", 5, 5)]
    [InlineData("hello", 9, 5)]
    [InlineData("naïve", 3, 2)]
    [InlineData("naïve", 4, 4)]
    [InlineData("a€b", 3, 1)]
    [InlineData("a😀b", 4, 1)]
    [InlineData("a😀b", 5, 5)]
    [InlineData("😀", 3, 0)]
    [InlineData("😀", 0, 0)]
    [InlineData("😀", -1, 0)]
    [InlineData("", 4, 0)]
    public void A_cut_falls_between_code_points(string text, int maxBytes, int length) =>
        Assert.Equal(length, Utf8Cut.Cut(Encoding.UTF8.GetBytes(text), maxBytes));

    [Fact]
    public void Bytes_that_are_not_utf8_may_be_cut_anywhere() =>
        Assert.Equal(5, Utf8Cut.Cut([0x80, 0x80, 0x80, 0x80, 0x80, 0x80], 5));

    [Fact]
    public void Text_cut_into_pieces_and_joined_is_the_same_text() =>
        Prop.ForAll<NonNull<string>, PositiveInt>((text, bound) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text.Get + "é€😀");
            var joined = new StringBuilder();
            for (ReadOnlySpan<byte> rest = bytes; !rest.IsEmpty;)
            {
                var length = Utf8Cut.Cut(rest, 4 + (bound.Get % 8));
                Assert.InRange(length, 1, 4 + (bound.Get % 8));
                joined.Append(Encoding.UTF8.GetString(rest[..length]));
                rest = rest[length..];
            }

            Assert.Equal(Encoding.UTF8.GetString(bytes), joined.ToString());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_incomplete_tail_is_what_a_decoder_would_wait_with() =>
        Prop.ForAll(HostileBytes.Arrays, bytes => Utf8Cut.IncompleteTail(bytes) == UnframedReference.TornBytes([.. bytes]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
