using System.Diagnostics;
using Confab.Chat.Messages;
using Confab.Storage.Sqlite;

namespace Confab.Storage.Tests.Sqlite;

public sealed class FailingWriteTests : SqliteLogTestBase
{
    private static readonly ResendKey Key = new(new Guid("0f6bfa83-7a70-4bb2-a2a6-0f2b8d0a8c11"), 1);

    [Fact]
    public void A_full_database_refuses_the_batch_whole_reads_on_and_recovers()
    {
        using var log = Open();
        log.Append(New.Say("before"));
        log.LimitPages(1);
        var big = new string('x', 20_000);
        EntryDraft[] batch = [New.Say("small", key: Key), New.Topic("topic"), New.Say("new", "#new"), New.Say(big), New.Say(big)];

        var refusal = Assert.Throws<LogUnavailableException>(() => log.Append(batch));

        Assert.Contains("disk is full", refusal.Message, StringComparison.Ordinal);
        AssertOnlyBefore(log);
        Assert.Throws<LogUnavailableException>(() => log.Append(batch));
        AssertOnlyBefore(log);

        log.LimitPages(1_000_000);
        Assert.Equal([2, 3, 1, 4, 5], log.Append(batch).Select(result => result.Number));
        Assert.True(log.Append(New.Say("small", key: Key))[0].IsDuplicate);
        Assert.Equal("topic", log.Room().Topic?.Text);
    }

    [Fact]
    public void A_full_database_keeps_neither_events_nor_records_of_a_refused_batch()
    {
        using var log = Open();
        log.Append(new LogBatch([New.Say("before")], [new StoredRecord("a", "kept", "1")]), new AppendResult[1]);
        log.LimitPages(1);
        var batch = new LogBatch(
            [New.Make(MessageKind.Joined, "small"), New.Make(MessageKind.Joined, "new", "#new"), New.Make(MessageKind.Left, new string('x', 40_000))],
            [new("a", "kept", null), new("a", "new", "2")]);

        Assert.Throws<LogUnavailableException>(() => log.Append(batch, new AppendResult[3]));
        Assert.Throws<LogUnavailableException>(
            () => log.Append(new LogBatch([], [new StoredRecord("a", "new", new string('x', 40_000))]), []));

        AssertOnlyBefore(log);
        Assert.Equal(["before"], Page(log).Texts());
        Assert.Equal([new StoredRecord("a", "kept", "1")], log.LoadRecords());

        log.LimitPages(1_000_000);
        log.Append(batch, new AppendResult[3]);
        Assert.Equal(["before", "small", new string('x', 40_000)], Page(log).Texts());
        Assert.Equal([new StoredRecord("a", "new", "2")], log.LoadRecords());
    }

    [Fact]
    public void A_removal_of_events_that_fails_leaves_them_readable()
    {
        using var log = Open();
        log.Append(New.Make(MessageKind.Joined, "1", "#bare"), New.Make(MessageKind.Joined, "2", "#bare"));
        using var other = RawDatabase.Open(MessagesFile);
        other.Run("CREATE TRIGGER stuck BEFORE DELETE ON room_events WHEN old.number = 2 BEGIN SELECT raise(ABORT, 'stuck'); END");
        var policy = new RetentionPolicy(TimeSpan.Zero, null);

        Assert.Throws<LogUnavailableException>(() => log.Prune(policy, Drafts.Start.AddDays(1), 100));
        Assert.Equal(["1", "2"], Page(log, "#bare").Texts());
        log.Append(New.Make(MessageKind.Left, "3", "#bare"));
        Assert.Equal(["1", "2", "3"], Page(log, "#bare").Texts());

        other.Run("DROP TRIGGER stuck");
        Assert.False(log.Prune(policy, Drafts.Start.AddDays(1), 100));
        Assert.Empty(Page(log, "#bare"));
        Assert.Equal(0, other.Number("SELECT count(*) FROM rooms"));
    }

    [Fact]
    public void Numbers_go_on_without_a_gap_after_many_failures()
    {
        using var log = Open();
        var expected = 0L;
        for (var round = 0; round < 20; round++)
        {
            log.LimitPages(round % 2 == 0 ? 1_000_000 : 1);
            try
            {
                foreach (var result in log.Append([.. Enumerable.Range(0, 5).Select(_ => New.Say(new string('x', 3_000)))]))
                {
                    Assert.Equal(++expected, result.Number);
                }
            }
            catch (LogUnavailableException)
            {
                Assert.Equal(1, round % 2);
            }

            Assert.Equal(expected, log.All().Count);
        }

        Assert.Equal(50, expected);
    }

    [Fact]
    public void A_removal_that_fails_leaves_the_entries_readable_and_found()
    {
        using var log = Open();
        log.Append([.. Enumerable.Range(1, 6).Select(i => New.Say($"tea {i}"))]);
        log.IndexAll();
        using var other = RawDatabase.Open(MessagesFile);
        other.Run("CREATE TRIGGER stuck BEFORE DELETE ON entries WHEN old.number = 3 BEGIN SELECT raise(ABORT, 'stuck'); END");

        Assert.Throws<LogUnavailableException>(() => log.Prune(new RetentionPolicy(null, 2), Drafts.Start, 100));
        Assert.Equal(6, log.All().Count);
        Assert.Equal(6, log.Found("tea").Length);
        log.IndexAll();
        Assert.Equal(6, log.Found("tea").Length);

        other.Run("DROP TRIGGER stuck");
        Assert.False(log.Prune(new RetentionPolicy(null, 2), Drafts.Start, 100));
        Assert.Equal(["tea 6", "tea 5"], log.Found("tea"));
    }

    [Fact]
    public void A_full_disk_refuses_messages_reads_on_and_recovers_by_itself()
    {
        using var disk = SmallDisk.TryMount(Temporary["disk"], megabytes: 1);
        Assert.SkipWhen(disk is null, "a small file system can only be mounted by root on Linux");
        using var log = Open(Temporary["disk/data"]);
        log.Append(New.Say("before"));
        log.IndexAll();
        var filler = Temporary["disk/filler"];
        SmallDisk.Fill(filler);

        var refused = 0;
        var kept = new List<string> { "before" };
        for (var i = 0; i < 20; i++)
        {
            try
            {
                log.Append(New.Say($"tea {i} " + new string('x', 5_000)), New.Say($"tea {i}"));
                kept.AddRange([$"tea {i} " + new string('x', 5_000), $"tea {i}"]);
            }
            catch (LogUnavailableException refusal)
            {
                refused++;
                Assert.Contains("not kept", refusal.Message, StringComparison.Ordinal);
            }

            Assert.Equal(kept, log.All().Texts());
            Assert.Equal(kept.Count(text => text.Contains("tea", StringComparison.Ordinal)), log.Found("tea").Length);
        }

        Assert.True(refused > 0, "The disk never got full, so nothing was tested.");
        File.Delete(filler);
        Assert.Equal(kept.Count + 1, log.Append(New.Say("room again"))[0].Number);
        log.IndexAll();
        Assert.Equal(["room again"], log.Found("room again"));
    }

    [Fact]
    public void The_write_ahead_log_stays_small_under_steady_reading_and_writing()
    {
        using var log = SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = Data, Durability = Durability.ProcessCrash });
        var text = string.Concat(Enumerable.Repeat("tea ", 225));
        for (var i = 0; i < 100; i++)
        {
            log.Append([.. Enumerable.Range(0, 400).Select(_ => New.Say(text))]);
            log.IndexMore(i % 10 == 9 ? 4_000 : 1);
            Assert.Equal(50, log.Read(new RangeQuery("#tea", 0, long.MaxValue, 50, FromNewest: true)).Count);
            Assert.Equal(100, log.Found("tea").Length);
        }

        Assert.InRange(new FileInfo(MessagesFile).Length, 24_000_000, 200_000_000);
        Assert.InRange(new FileInfo(MessagesFile + "-wal").Length, 1, 32_000_000);
    }

    private static IReadOnlyList<LogEntry> Page(SqliteMessageLog log, string room = "#tea") =>
        log.Page(new PageQuery(room, null, null, 100, FromNewest: false, WithEvents: true))!;

    private static void AssertOnlyBefore(SqliteMessageLog log)
    {
        Assert.Equal(["before"], log.All().Texts());
        Assert.Equal(1, log.Room().LastNumber);
        Assert.Null(log.Room().Topic);
        Assert.Single(log.LoadRooms());
        Assert.Equal(["before"], log.Found("before"));
    }
}
