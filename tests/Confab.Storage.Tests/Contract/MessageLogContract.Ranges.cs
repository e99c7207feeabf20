namespace Confab.Storage.Tests.Contract;

public abstract partial class MessageLogContract
{
    [Theory]
    [InlineData(0, long.MaxValue, 3, false, "1 2 3")]
    [InlineData(0, long.MaxValue, 3, true, "7 8 9")]
    [InlineData(4, long.MaxValue, 3, false, "5 6 7")]
    [InlineData(4, 7, 10, false, "5 6")]
    [InlineData(4, 7, 10, true, "5 6")]
    [InlineData(4, 8, 2, true, "6 7")]
    [InlineData(0, 5, 2, true, "3 4")]
    [InlineData(0, 5, int.MaxValue, true, "1 2 3 4")]
    [InlineData(9, long.MaxValue, 5, true, "")]
    [InlineData(0, 1, 5, false, "")]
    [InlineData(5, 5, 5, false, "")]
    public void A_range_lies_between_its_bounds_and_keeps_the_end_asked_for(
        long after, long before, int limit, bool fromNewest, string expected)
    {
        for (var i = 1; i <= 9; i++)
        {
            Log.Append(New.Say($"elsewhere {i}", "#ops"), New.Say($"{i}"));
        }

        Assert.Equal(expected, string.Join(' ', Log.Read(new RangeQuery("#tea", after, before, limit, fromNewest)).Texts()));
    }

    [Fact]
    public void An_unknown_room_has_no_entries() => Assert.Empty(Log.All("#nowhere"));

    [Fact]
    public void A_limit_that_is_not_positive_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Log.Read(new RangeQuery("#tea", 0, 10, 0, FromNewest: false)));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Log.Search(new SearchQuery("a", ["#tea"], 10, 0), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Readers_see_every_acknowledged_entry_while_others_are_appended()
    {
        const int Batches = 150;
        var acknowledged = 0L;
        Log.Append(New.Say("kettle 1"));
        Volatile.Write(ref acknowledged, 1);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            long known;
            do
            {
                known = Volatile.Read(ref acknowledged);
                var entries = Log.All();
                Assert.True(entries.Count >= known, $"{known} entries were acknowledged, {entries.Count} were read.");
                Assert.Equal(Enumerable.Range(1, entries.Count).Select(number => (long)number), entries.Select(entry => entry.Number));
                Assert.Equal($"kettle {known}", Log.Read(new RangeQuery("#tea", known - 1, known + 1, 1, FromNewest: true))[0].Text);
                var found = Log.Search(new SearchQuery("KETTLE", ["#tea"], long.MaxValue, Batches * 3), TestContext.Current.CancellationToken);
                Assert.True(found.Count >= known, $"{known} entries were acknowledged, {found.Count} were found.");
                Assert.Equal(Enumerable.Range(1, found.Count).Reverse().Select(number => (long)number), found.Select(entry => entry.Number));
            }
            while (known < Batches * 3);
        }, TestContext.Current.CancellationToken)).ToArray();
        var indexer = Task.Run(() =>
        {
            while (Volatile.Read(ref acknowledged) < Batches * 3)
            {
                Log.IndexMore(7);
            }
        }, TestContext.Current.CancellationToken);

        while (acknowledged < Batches * 3)
        {
            var results = Log.Append([.. Enumerable.Range(1, Math.Min(3, (Batches * 3) - (int)acknowledged))
                .Select(i => New.Say($"kettle {acknowledged + i}"))]);
            Volatile.Write(ref acknowledged, results[^1].Number);
        }

        await Task.WhenAll(readers.Append(indexer));
    }
}
