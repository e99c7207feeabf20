using System.Buffers.Binary;
using System.Text;
using Confab.Cli.Benching.Measures;

namespace Confab.Cli.Tests.Benching;

public sealed class BenchMessageTests
{
    private static readonly ulong _key = BinaryPrimitives.ReadUInt64BigEndian("==abc==="u8);

    [Theory]
    [InlineData(0, 1, 0, BenchMessage.SmallestSize)]
    [InlineData(BenchMessage.MostSenders - 1, int.MaxValue, (1L << 48) - 1, BenchMessage.SmallestSize)]
    [InlineData(3, 17, 1234567890123, 1000)]
    public void What_was_stamped_is_read(int sender, int sequence, long time, int size)
    {
        var text = new byte[size];
        BenchMessage.Prepare(text, _key);
        new BenchMessage(sender, sequence, time).Stamp(text);

        Assert.True(BenchMessage.TryRead(text, _key, out var read));
        Assert.Equal(new BenchMessage(sender, sequence, time), read);
    }

    [Fact]
    public void Stamping_it_again_leaves_nothing_of_the_last_time()
    {
        var text = new byte[40];
        BenchMessage.Prepare(text, _key);
        new BenchMessage(1, 2, 3).Stamp(text);
        new BenchMessage(0xab, 0x1f, 0xc_0000_0001).Stamp(text);

        Assert.Equal("==abc===00ab000c000000010000001fxxxxxxxx", Encoding.ASCII.GetString(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("==abc===00ab000c000000010000001")]
    [InlineData("==abd===00ab000c000000010000001f")]
    [InlineData("hello, I am somebody who talks for a while")]
    public void Anything_else_is_none(string text) => Assert.False(BenchMessage.TryRead(Encoding.ASCII.GetBytes(text), _key, out _));

    [Fact]
    public void All_digits_are_what_they_say()
    {
        var word = new byte[HexWord.Length];
        for (var shift = 0; shift < 32; shift += 4)
        {
            for (var digit = 0u; digit < 16; digit++)
            {
                HexWord.Write(word, digit << shift);

                Assert.Equal((digit << shift).ToString("x8"), Encoding.ASCII.GetString(word));
                Assert.Equal(digit << shift, HexWord.Read(word));
            }
        }
    }
}
