using Confab.Server.Hosting;
using Confab.Testing.Time;

namespace Confab.Server.Tests.Hosting;

public sealed class MemoryTrimTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly User _user = new() { Ticks = 7, AllocatedBytes = 1_000 };
    private readonly MemoryTrim _trim;

    public MemoryTrimTests() => _trim = new MemoryTrim(_user, _clock);

    public void Dispose() => _trim.Dispose();

    [Fact]
    public void When_a_crowd_has_come_and_all_is_calm_memory_is_given_back_once_and_the_rest_after_it()
    {
        _user.AllocatedBytes += MemoryTrim.LeastGrowth;

        Look(4);

        Assert.Equal(["all", "rest", "rest"], _user.Given);
    }

    [Fact]
    public void While_people_speak_nothing_keeps_them_waiting()
    {
        _user.AllocatedBytes += MemoryTrim.LeastGrowth;
        _user.Ticks++;
        Look(1);
        _user.Ticks++;
        Look(1);
        Assert.Empty(_user.Given);

        Look(1);
        Assert.Equal(["all"], _user.Given);

        // Somebody speaks between the steps: they wait, too.
        _user.Ticks++;
        Look(1);
        Assert.Equal(["all"], _user.Given);
        Look(3);
        Assert.Equal(["all", "rest", "rest"], _user.Given);
    }

    [Fact]
    public void While_the_history_is_looked_after_its_pages_are_kept()
    {
        _user.AllocatedBytes += MemoryTrim.LeastGrowth;
        _user.HasUpkeep = true;
        Look(3);
        Assert.Empty(_user.Given);

        _user.HasUpkeep = false;
        Look(1);
        Assert.Equal(["all"], _user.Given);
    }

    [Fact]
    public void A_little_talk_is_not_worth_a_collection_until_it_adds_up()
    {
        _user.AllocatedBytes += MemoryTrim.LeastGrowth - 1;
        Look(3);
        Assert.Empty(_user.Given);

        _user.AllocatedBytes++;
        Look(3);
        Assert.Equal(["all", "rest", "rest"], _user.Given);

        _user.AllocatedBytes += MemoryTrim.LeastGrowth - 1;
        Look(3);
        Assert.Equal(3, _user.Given.Count);
    }

    private void Look(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _clock.Advance(MemoryTrim.Period);
        }
    }

    private sealed class User : IMemoryUser
    {
        public List<string> Given { get; } = [];

        public long Ticks { get; set; }

        public bool HasUpkeep { get; set; }

        public long AllocatedBytes { get; set; }

        public void GiveBack() => Given.Add("all");

        public void GiveBackRest() => Given.Add("rest");
    }
}
