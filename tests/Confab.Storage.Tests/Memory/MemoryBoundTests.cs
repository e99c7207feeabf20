using Confab.Chat.Messages;
using Confab.Storage.Memory;

namespace Confab.Storage.Tests.Memory;

public sealed class MemoryBoundTests
{
    private readonly Drafts _new = new();

    [Fact]
    public void A_room_keeps_its_newest_entries_up_to_the_bound()
    {
        using var log = new MemoryMessageLog(maxEntriesPerRoom: 3);
        var drafts = Enumerable.Range(1, 5).Select(i => _new.Say($"tea {i}")).ToArray();
        log.Append(_new.Say("tea elsewhere", "#ops"));
        log.Append(drafts);

        Assert.Equal([3, 4, 5], log.All().Select(entry => entry.Number));
        Assert.Equal(["tea 5", "tea 4", "tea 3"], log.Found("tea"));
        Assert.Null(log.Find(drafts[0].Id));
        Assert.NotNull(log.Find(drafts[2].Id));
        Assert.Equal(5, log.Room().LastNumber);
        Assert.Single(log.All("#ops"));
        Assert.Equal(6, log.Append(_new.Say("tea 6"))[0].Number);
    }

    [Fact]
    public void Events_leave_with_the_entries_before_them_and_beyond_the_bound()
    {
        using var log = new MemoryMessageLog(maxEntriesPerRoom: 3);
        var first = _new.Make(MessageKind.Joined, "before 1");
        log.Append(first, _new.Say("1"), _new.Make(MessageKind.Left, "after 1"), _new.Say("2"), _new.Make(MessageKind.Left, "after 2"), _new.Say("3"));
        Assert.Equal(["before 1", "1", "after 1", "2", "after 2", "3"], Page(log));

        log.Append(_new.Say("4"));
        Assert.Equal(["2", "after 2", "3", "4"], Page(log));
        Assert.Null(log.Find(first.Id));

        log.Append([.. Enumerable.Range(1, 5).Select(i => _new.Make(MessageKind.Left, $"{i} left"))]);
        Assert.Equal(["2", "3", "4", "3 left", "4 left", "5 left"], Page(log));
    }

    [Fact]
    public void A_bound_below_one_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MemoryMessageLog(maxEntriesPerRoom: 0));

    [Fact]
    public void The_id_of_a_log_can_be_given_so_that_runs_are_alike()
    {
        var id = new Guid("0f6bfa83-7a70-4bb2-a2a6-0f2b8d0a8c11");

        Assert.Equal(id, new MemoryMessageLog(logId: id).LogId);
        Assert.NotEqual(new MemoryMessageLog().LogId, new MemoryMessageLog().LogId);
    }

    private static IEnumerable<string> Page(MemoryMessageLog log) =>
        log.Page(new PageQuery("#tea", null, null, 100, FromNewest: false, WithEvents: true))!.Texts();
}
