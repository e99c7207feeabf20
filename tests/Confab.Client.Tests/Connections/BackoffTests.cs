using Confab.Client.Connections;

namespace Confab.Client.Tests.Connections;

public sealed class BackoffTests
{
    [Fact]
    public void Waits_double_up_to_the_longest_and_half_of_each_is_random()
    {
        var backoff = new Backoff(new ReconnectOptions { Random = new Random(1) });

        var waits = Enumerable.Range(0, 12).Select(_ => backoff.Next().TotalSeconds).ToList();

        for (var i = 0; i < waits.Count; i++)
        {
            var full = Math.Min(Math.Pow(2, i), 30);
            Assert.InRange(waits[i], full / 2, full);
        }

        Assert.True(waits.Skip(5).Distinct().Count() > 1);
    }

    [Fact]
    public void A_connection_that_held_begins_the_waits_anew_and_a_short_one_does_not()
    {
        var clock = new SteppedClock();
        var backoff = new Backoff(new ReconnectOptions { Clock = clock });
        backoff.Connected();
        backoff.Lost();
        backoff.Next();
        backoff.Next();
        backoff.Connected();
        clock.Now += TimeSpan.FromSeconds(9);
        backoff.Lost();
        backoff.Next();
        Assert.Equal(3, backoff.Attempts);

        backoff.Connected();
        clock.Now += TimeSpan.FromSeconds(10);
        backoff.Lost();
        backoff.Next();

        Assert.Equal(1, backoff.Attempts);
    }

    [Fact]
    public void Years_without_a_server_do_not_overflow_the_wait()
    {
        var backoff = new Backoff(new ReconnectOptions());
        for (var i = 0; i < 5000; i++)
        {
            Assert.InRange(backoff.Next(), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30));
        }
    }
}
