using Confab.Engine.Ticks;
using Confab.Testing.Time;

namespace Confab.Server.Tests.Engine;

/// <summary>How long ticks rest under load, with a clock that is turned by hand.</summary>
public sealed class TickRestTests
{
    private const int Factor = 3;
    private const int PassMilliseconds = 4;
    private const int LimitMilliseconds = 10;

    private readonly TestClock _clock = new();
    private readonly RequestQueue _queue = new();
    private readonly TickRest _rest;

    public TickRestTests() => _rest = new TickRest(Factor, TimeSpan.FromMilliseconds(LimitMilliseconds), _queue, _clock);

    [Fact]
    public void A_few_that_wait_never_rest()
    {
        for (var tick = 0; tick < 1000; tick++)
        {
            Assert.Equal(0, Tick(alreadyThere: 7, perMillisecond: 2));
        }
    }

    [Fact]
    public void Where_people_speak_when_they_like_it_rests_longer_and_longer_up_to_its_limit()
    {
        var rests = Enumerable.Range(0, 20).Select(_ => Tick(alreadyThere: 40, perMillisecond: 10)).ToList();

        Assert.Equal(0, rests[0]);
        Assert.Equal(LimitMilliseconds, rests[^1]);
        Assert.Equal(rests.Order(), rests);
    }

    [Fact]
    public void Where_everybody_waits_for_an_answer_first_resting_is_tried_ever_more_seldom()
    {
        var rests = Enumerable.Range(0, 1000).Select(_ => Tick(alreadyThere: 64, perMillisecond: 0)).ToList();

        Assert.InRange(rests.Count(rest => rest > 0), 1, 12);
        Assert.All(rests, rest => Assert.InRange(rest, 0, PassMilliseconds));
    }

    [Fact]
    public void When_the_load_is_gone_it_rests_no_more()
    {
        for (var tick = 0; tick < 20; tick++)
        {
            Tick(alreadyThere: 40, perMillisecond: 10);
        }

        Assert.Equal(0, Tick(alreadyThere: 1, perMillisecond: 0));
    }

    // One tick: a pass, during which so many came, then the rest, during which more come. Returns how many milliseconds it rested.
    private int Tick(int alreadyThere, int perMillisecond)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(PassMilliseconds));
        Add(alreadyThere);
        var pass = TimeSpan.FromMilliseconds(PassMilliseconds).Ticks * _clock.TimestampFrequency / TimeSpan.TicksPerSecond;
        var rested = 0;
        while (!_rest.IsOver(pass, out var left))
        {
            Assert.True(left > TimeSpan.Zero);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            Add(perMillisecond);
            rested++;
        }

        while (!_queue.Take(int.MaxValue).IsEmpty)
        {
        }

        return rested;
    }

    private void Add(int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            Assert.True(_queue.TryAdd(default));
        }
    }
}
