using Confab.Server.Hosting;

namespace Confab.Server.Tests.Hosting;

public sealed class SystemRandomTests
{
    [Theory]
    [InlineData(32)]
    [InlineData(4096)]
    public void A_draw_fills_all_of_it_with_what_no_other_draw_has(int bytes)
    {
        var (one, other) = (new byte[bytes], new byte[bytes]);

        SystemRandom.Fill(one);
        SystemRandom.Fill(other);

        // That 16 random bytes are all zero happens once in 10^38 draws.
        for (var at = 0; at < bytes; at += 16)
        {
            Assert.Contains(one.AsSpan(at, 16).ToArray(), drawn => drawn != 0);
            Assert.NotEqual(one.AsSpan(at, 16).ToArray(), other.AsSpan(at, 16).ToArray());
        }
    }

    [Fact]
    public void Nothing_may_be_drawn() => SystemRandom.Fill([]);
}
