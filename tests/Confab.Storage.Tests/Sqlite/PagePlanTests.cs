using Confab.Storage.Sqlite;

namespace Confab.Storage.Tests.Sqlite;

/// <summary>What a page costs must not depend on where in a long room it lies, nor on how long the room is.</summary>
public sealed class PagePlanTests : SqliteLogTestBase
{
    [Theory]
    [InlineData(PageReader.EntriesForwards, "entries_of_room (room=? AND number>? AND number<?)")]
    [InlineData(PageReader.EntriesBackwards, "entries_of_room (room=? AND number>? AND number<?)")]
    [InlineData(PageReader.EventsForwards, "room_events_of_room (room=? AND number>? AND number<?)")]
    [InlineData(PageReader.EventsBackwards, "room_events_of_room (room=? AND number>? AND number<?)")]
    [InlineData(PageReader.EntryFrom, "entries_of_room (room=? AND number>? AND number<?)")]
    [InlineData(PageReader.EventFrom, "room_events_of_room (room=? AND number>? AND number<?)")]
    [InlineData(PageReader.LastEntry, "entries_of_room (room=?)")]
    [InlineData(PageReader.LastEvent, "room_events_of_room (room=?)")]
    [InlineData(PageReader.EntryPosition, "entries_by_id (id=?)")]
    [InlineData(PageReader.EventPosition, "room_events_by_id (id=?)")]
    public void Each_step_goes_straight_to_its_rows_and_sorts_nothing(string sql, string index)
    {
        Open().Dispose();
        using var database = RawDatabase.Open(MessagesFile);

        var plan = database.Text("EXPLAIN QUERY PLAN " + sql, column: 3);

        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_in_a_long_room_is_found_where_it_is()
    {
        using var log = Open();
        for (var i = 0; i < 20; i++)
        {
            log.Append([.. Enumerable.Range(1, 1_000).Select(n => New.Say($"{(i * 1_000) + n}"))]);
        }

        foreach (var number in new[] { 1, 2, 8_191, 8_192, 8_193, 19_999, 20_000 })
        {
            var query = new PageQuery("#tea", null, HistoryPoint.At(Drafts.Start.AddSeconds(number)), 1, FromNewest: true, WithEvents: false);
            Assert.Equal(number == 1 ? [] : [$"{number - 1}"], log.Page(query)!.Texts());
            Assert.Equal(
                number == 20_000 ? [] : [$"{number + 1}"],
                log.Page(query with { After = query.Before, Before = null, FromNewest = false })!.Texts());
        }
    }
}
