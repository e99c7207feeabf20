namespace Confab.Storage.Tests.Contract;

public abstract partial class MessageLogContract
{
    [Fact]
    public void Entries_beyond_the_age_are_removed_whatever_order_their_times_have()
    {
        var now = Drafts.Start.AddDays(10);
        Log.Append(
            New.Say("old", time: now.AddDays(-3)), New.Say("young", time: now.AddDays(-1)), New.Say("older", time: now.AddDays(-4)),
            New.Say("just old enough", time: now.AddDays(-2)), New.Say("old elsewhere", "#ops", now.AddDays(-9)));

        Assert.False(Log.Prune(new RetentionPolicy(TimeSpan.FromDays(2), null), now, 100));

        Assert.Equal(["young", "just old enough"], Log.All().Texts());
        Assert.Empty(Log.All("#ops"));
        Assert.Equal(1, Log.Room("#ops").LastNumber);
    }

    [Fact]
    public void Only_the_newest_entries_of_each_room_are_kept()
    {
        Log.Append([.. Enumerable.Range(1, 9).Select(i => New.Say($"{i}", i % 3 == 0 ? "#ops" : "#tea"))]);

        Assert.False(Log.Prune(new RetentionPolicy(null, 2), Drafts.Start, 100));

        Assert.Equal(["7", "8"], Log.All().Texts());
        Assert.Equal(["6", "9"], Log.All("#ops").Texts());
    }

    [Fact]
    public void Removal_goes_in_steps_and_says_whether_more_waits()
    {
        Log.Append([.. Enumerable.Range(1, 10).Select(i => New.Say($"{i}"))]);
        var policy = new RetentionPolicy(TimeSpan.FromDays(1), 4);

        Assert.True(Log.Prune(policy, Drafts.Start, 3));
        Assert.Equal(7, Log.All().Count);
        Assert.False(Log.Prune(policy, Drafts.Start, 3));
        Assert.Equal(["7", "8", "9", "10"], Log.All().Texts());
        Assert.False(Log.Prune(policy, Drafts.Start, 3));
        Assert.Equal(4, Log.All().Count);
    }

    [Fact]
    public void Keeping_all_removes_nothing()
    {
        Log.Append(New.Say("a"));

        Assert.False(Log.Prune(RetentionPolicy.KeepAll, Drafts.Start.AddYears(1_000), 100));
        Assert.False(Log.Prune(new RetentionPolicy(TimeSpan.MaxValue, long.MaxValue), Drafts.Start.AddYears(1_000), 100));
        Assert.Single(Log.All());
    }

    [Fact]
    public void Numbers_and_positions_of_removed_entries_are_not_given_again()
    {
        Log.Append(New.Topic("stays"), New.Say("a"), New.Say("b", "#ops"));
        var last = Log.All("#ops")[0].Position;
        Assert.False(Log.Prune(new RetentionPolicy(TimeSpan.Zero, null), Drafts.Start.AddDays(1), 100));
        Assert.Empty(Log.All());
        Restart();

        Assert.Equal([2, 1], Log.LoadRooms().OrderByDescending(room => room.LastNumber).Select(room => room.LastNumber));
        Assert.Equal("stays", Log.Room().Topic?.Text);
        Assert.Equal([3, 2], Log.Append(New.Say("c"), New.Say("d", "#ops")).Select(result => result.Number));
        Assert.All([.. Log.All(), .. Log.All("#ops")], entry => Assert.True(entry.Position > last));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void Removed_entries_are_found_no_longer(int indexed)
    {
        var drafts = Enumerable.Range(1, 6).Select(i => New.Say($"tea {i} 喝茶")).ToArray();
        Log.Append(drafts);
        Log.IndexMore(indexed + 1);

        Log.Prune(new RetentionPolicy(null, 2), Drafts.Start, 100);

        Assert.Equal(["tea 6 喝茶", "tea 5 喝茶"], Log.Found("tea"));
        Assert.Null(Log.Find(drafts[0].Id));
        Restart();
        Log.IndexAll();
        Log.Append(New.Say("tea 7"));
        Assert.Equal(["tea 7", "tea 6 喝茶", "tea 5 喝茶"], Log.Found("tea"));
        Assert.Equal(2, Log.Found("喝茶").Length);
    }
}
