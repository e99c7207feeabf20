using Confab.Cli.Benching;

namespace Confab.Cli.Tests.Benching;

public sealed class BenchTallyTests
{
    [Theory]
    [InlineData("1 2 3", 3, 0, 0)]
    [InlineData("1 3 4", 3, 1, 0)]
    [InlineData("1 2 2 3", 4, 0, 1)]
    [InlineData("1 3 2 4", 4, 1, 1)]
    public void Loss_order_and_doubles_are_seen(string sequence, int received, int jumps, int repeated)
    {
        var tally = new BenchTally(senders: 2);
        foreach (var number in sequence.Split(' ').Select(int.Parse))
        {
            tally.Heard(new BenchMessage(1, number, 0), 5);
        }

        tally.Heard(new BenchMessage(0, 1, 0), 5);

        Assert.Equal((received + 1, jumps, repeated), (tally.Received, tally.Jumps, tally.Repeated));
    }
}
