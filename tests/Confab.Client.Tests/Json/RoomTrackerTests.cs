using Confab.Client.Events;
using Confab.Client.Json;
using Confab.Protocols.Json;

namespace Confab.Client.Tests.Json;

public sealed class RoomTrackerTests
{
    private readonly List<ClientEvent> _ready = [];

    private IEnumerable<long> Shown => _ready.OfType<ServerSaid>().Select(said => said.Event.Number!.Value);

    [Fact]
    public void Entries_in_order_are_shown_at_once()
    {
        var tracker = new RoomTracker("#tea", 3);

        Assert.Null(tracker.Take(Entry(4), _ready));
        Assert.Null(tracker.Take(Entry(5), _ready));

        Assert.Equal([4L, 5L], Shown);
    }

    [Fact]
    public void Known_entries_are_not_shown_again()
    {
        var tracker = new RoomTracker("#tea", 3);
        tracker.Take(Entry(4), _ready);

        tracker.Take(Entry(2), _ready);
        tracker.Take(Entry(4), _ready);

        Assert.Equal([4L], Shown);
    }

    [Fact]
    public void What_the_server_no_longer_keeps_is_passed_over()
    {
        var tracker = new RoomTracker("#tea", 3);
        Assert.Equal(new Gap(3, 9), tracker.Take(Entry(9), _ready));

        Assert.Null(tracker.Filled([Entry(7)], more: false, _ready));

        Assert.Equal([7L, 9L], Shown);
        Assert.Equal(9, tracker.Last);
    }

    [Fact]
    public void A_replay_that_left_everything_out_is_noticed()
    {
        var tracker = new RoomTracker("#tea", 3);
        tracker.Entered(8);

        Assert.Equal(new Gap(3, 9), tracker.Replayed());
    }

    [Fact]
    public void More_than_can_be_held_is_fetched_later()
    {
        var tracker = new RoomTracker("#tea", 0);
        var gap = tracker.Take(Entry(2), _ready);
        for (var number = 3; number <= 2000; number++)
        {
            Assert.Null(tracker.Take(Entry(number), _ready));
        }

        FillAll(tracker, gap, 2000);

        Assert.Equal(Enumerable.Range(1, 2000).Select(number => (long)number), Shown);
    }

    [Fact]
    public void A_history_that_began_anew_shows_only_what_is_newer()
    {
        var tracker = new RoomTracker("#tea", 40);
        tracker.Take(Entry(41, second: 100), _ready);

        var gap = tracker.Entered(3);
        tracker.Filled([Entry(1, second: 50), Entry(2, second: 101), Entry(3, second: 102)], more: false, _ready);
        tracker.Take(Entry(4, second: 103), _ready);

        Assert.Equal(new Gap(0, 4), gap);
        Assert.Equal([41L, 2L, 3L, 4L], Shown);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_arrives_in_whatever_way_each_entry_is_shown_once_and_in_order(int seed)
    {
        const int Count = 300;
        var random = new Random(seed);
        var tracker = new RoomTracker("#tea", 0);
        Gap? open = null;
        for (var number = 1; number <= Count; number++)
        {
            // Some never come, some come twice, some come late.
            if (random.Next(4) > 0 || number == Count)
            {
                open = tracker.Take(Entry(number), _ready) ?? open;
            }

            if (random.Next(5) == 0)
            {
                open = tracker.Take(Entry(random.Next(1, number + 1)), _ready) ?? open;
            }

            if (open is { } gap && random.Next(3) == 0)
            {
                open = FillOnce(tracker, gap, number, random.Next(1, 6));
            }
        }

        FillAll(tracker, open, Count);

        Assert.Equal(Enumerable.Range(1, Count).Select(number => (long)number), Shown);
    }

    private static ServerSaid Entry(long number, long? second = null) => new(
        new JsonEvent
        {
            Type = JsonTypes.Message,
            Room = "#tea",
            Number = number,
            Time = JsonTime.Format(DateTimeOffset.UnixEpoch.AddSeconds(second ?? number)),
        },
        IsOwn: false);

    private Gap? FillOnce(RoomTracker tracker, Gap gap, long last, int page)
    {
        var first = gap.After + 1;
        var wanted = Enumerable.Range(0, (int)(Math.Min(gap.Before, last + 1) - first)).Select(offset => Entry(first + offset)).ToList();
        return tracker.Filled([.. wanted.Take(page)], wanted.Count > page, _ready);
    }

    private void FillAll(RoomTracker tracker, Gap? open, long last)
    {
        while (open is { } gap)
        {
            open = FillOnce(tracker, gap, last, page: 7);
        }
    }
}
