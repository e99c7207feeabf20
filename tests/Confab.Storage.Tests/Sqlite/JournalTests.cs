using Confab.Chat.Messages;
using Confab.Storage.Sqlite;

namespace Confab.Storage.Tests.Sqlite;

/// <summary>What was appended and not put in order yet.</summary>
public sealed class JournalTests : SqliteLogTestBase
{
    private static readonly ResendKey Key = new(new Guid("0f6bfa83-7a70-4bb2-a2a6-0f2b8d0a8c11"), 1);

    private static readonly StoredRecord Record = new("account", "alice", "{}");

    [Fact]
    public void What_a_killed_process_left_in_the_journal_is_in_order_after_the_next_start()
    {
        using var log = Open();
        log.Append(new LogBatch([New.Say("tea 1"), New.Topic("kettle")], [new StoredRecord("account", "gone", "1")]), new AppendResult[2]);
        log.IndexAll();
        var keyed = log.Append(New.Say("tea 2", key: Key), New.Make(MessageKind.Left, "bye"), New.Say("psst", "@alice,bob"))[0];
        log.Append(new LogBatch([], [Record, new StoredRecord("account", "gone", null)]), []);
        log.Append(New.Topic(""), New.Make(MessageKind.Joined, "", "#bare"));
        CrashTests.CopyAsKilled(Data, Temporary["copy"]);
        Assert.Equal(3, RowsIn(Temporary["copy"]));

        using (var survivor = Open(Temporary["copy"]))
        {
            Assert.Equal(log.All(), survivor.All());
            Assert.Equal(Everything(log), Everything(survivor));
            Assert.Equal(log.LoadRooms(), survivor.LoadRooms());
            Assert.Equal(log.LastTime, survivor.LastTime);
            Assert.Equal([Record], survivor.LoadRecords());
            Assert.Equal(["tea 2", "tea 1"], survivor.Found("tea"));
            Assert.Equal(keyed with { IsDuplicate = true }, survivor.Append(New.Say("tea 2", key: Key))[0]);
            Assert.Equal(5, survivor.Append(New.Say("on"))[0].Number);
        }

        Assert.Equal(0, RowsIn(Temporary["copy"]));
    }

    [Fact]
    public void Giving_memory_back_takes_nothing_from_the_history()
    {
        using var log = Open();
        log.Append(New.Say("tea 1"), New.Say("tea 2"));
        log.IndexAll();
        log.Append(New.Say("tea 3", key: Key));

        log.GiveBackMemory();

        Assert.True(log.Append(New.Say("tea 3", key: Key))[0].IsDuplicate);
        log.Append(New.Say("tea 4"));
        Assert.Equal(["tea 1", "tea 2", "tea 3", "tea 4"], log.All().Texts());
        Assert.Equal(["tea 4", "tea 3", "tea 2", "tea 1"], log.Found("tea"));
    }

    [Fact]
    public void Memory_may_be_given_back_by_a_log_that_is_closed()
    {
        var log = Open();
        log.Dispose();

        log.GiveBackMemory();
    }

    [Fact]
    public void A_log_that_is_closed_leaves_nothing_in_the_journal()
    {
        using (var log = Open())
        {
            log.Append(New.Say("a"), New.Say("b"));
            Assert.Equal(1, RowsIn(Data));
        }

        Assert.Equal(0, RowsIn(Data));
        using var database = RawDatabase.Open(MessagesFile);
        Assert.Equal(2, database.Number("SELECT count(*) FROM entries"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_key_is_known_in_the_journal_and_after_it(bool inOrder)
    {
        using var log = Open();
        var first = log.Append(New.Say("once", time: Drafts.Start, key: Key))[0];
        if (inOrder)
        {
            log.IndexAll();
        }

        Assert.Equal(first with { IsDuplicate = true }, log.Append(New.Say("once", time: Drafts.Start, key: Key))[0]);
        var second = log.Append(New.Say("next day", time: Drafts.Start.AddDays(1), key: Key))[0];
        Assert.False(second.IsDuplicate);
        log.IndexMore(1);
        Assert.Equal(second with { IsDuplicate = true }, log.Append(New.Say("next day", time: Drafts.Start.AddDays(1.5), key: Key))[0]);
        log.IndexAll();
        Assert.Equal(second with { IsDuplicate = true }, log.Append(New.Say("next day", time: Drafts.Start.AddDays(1.5), key: Key))[0]);
        Assert.Equal(["once", "next day"], log.All().Texts());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ids_that_do_not_rise_are_taken_and_known_ones_refused(bool inOrder)
    {
        using var log = Open();
        EntryDraft[] drafts = [.. Enumerable.Range(0, 6).Select(i => New.Say($"{i}"))];
        log.Append(drafts[3], drafts[1]);
        log.Append(drafts[5]);
        if (inOrder)
        {
            log.IndexAll();
        }

        foreach (var known in new[] { drafts[1], drafts[3], drafts[5] })
        {
            Assert.Throws<ArgumentException>(() => log.Append(drafts[0], known));
        }

        Assert.Throws<ArgumentException>(() => log.Append(drafts[4], drafts[2], drafts[4]));
        log.Append(drafts[2], drafts[0], drafts[4]);
        Assert.Equal(["3", "1", "5", "2", "0", "4"], log.All().Texts());
    }

    [Fact]
    public void Keys_of_more_clients_than_are_remembered_are_known_all_the_same()
    {
        const int Clients = 50_100;
        EntryDraft Said(int client) => New.Say("once", time: Drafts.Start, key: new ResendKey(new Guid(client, 0, 0, new byte[8]), 7));
        using var log = Open();
        var first = log.Append([.. Enumerable.Range(0, Clients).Select(Said)]);

        void AssertKnown()
        {
            foreach (var client in new[] { 0, Clients / 2, Clients - 1 })
            {
                Assert.Equal(first[client] with { IsDuplicate = true }, log.Append(Said(client))[0]);
            }
        }

        AssertKnown();
        log.LoadRooms();
        AssertKnown();
        Assert.False(log.Append(Said(Clients))[0].IsDuplicate);
        AssertKnown();
    }

    [Theory]
    [InlineData(100, int.MaxValue)]
    [InlineData(int.MaxValue, 10_000)]
    public void A_full_journal_is_emptied_by_those_who_append(int maxEntries, int maxBytes)
    {
        using var log = SqliteMessageLog.Open(
            new SqliteLogOptions { DataDirectory = Data, MaxJournalEntries = maxEntries, MaxJournalBytes = maxBytes });
        var largest = 0L;
        for (var i = 0; i < 40; i++)
        {
            log.Append([.. Enumerable.Range(0, 20).Select(n => New.Say($"{(i * 20) + n}"))]);
            largest = Math.Max(largest, RowsIn(Data));
        }

        Assert.InRange(largest, 2, 15);
        Assert.Equal(Enumerable.Range(0, 800).Select(n => $"{n}"), log.All().Texts());
        Assert.Equal(801, log.Append(New.Say("on"))[0].Number);
    }

    [Fact]
    public void Upkeep_knows_what_waits_for_it()
    {
        using var log = Open();
        Assert.Equal(default, log.Backlog);
        log.Append(New.Say("a"), New.Make(MessageKind.Left, ""));
        log.Append(New.Say("b"), New.Make(MessageKind.Left, ""));
        Assert.Equal(new LogBacklog(Appended: 4, Waiting: 4), log.Backlog);

        Assert.True(log.IndexMore(1));
        Assert.Equal(4, log.Backlog.Waiting);
        Assert.True(log.IndexMore(1));
        Assert.Equal(3, log.Backlog.Waiting);
        Assert.False(log.IndexMore(1));
        Assert.Equal(new LogBacklog(Appended: 4, Waiting: 0), log.Backlog);
    }

    [Fact]
    public void Removal_sees_what_is_in_the_journal()
    {
        using var log = Open();
        log.Append(New.Make(MessageKind.Joined, "old", "#bare"));
        log.IndexAll();
        log.Append([.. Enumerable.Range(1, 5).Select(i => New.Say($"tea {i}"))]);
        log.Append(New.Make(MessageKind.Joined, "young", "#bare", Drafts.Start.AddDays(9)));

        Assert.False(log.Prune(new RetentionPolicy(TimeSpan.FromDays(2), null), Drafts.Start.AddDays(10), 100));

        Assert.Empty(log.All());
        Assert.Empty(log.Found("tea"));
        Assert.Equal(["young"], Everything(log, "#bare").Texts());
        Assert.Equal(6, log.Append(New.Say("on"))[0].Number);
    }

    private static long RowsIn(string directory)
    {
        using var database = RawDatabase.Open(Path.Combine(directory, "messages.db"));
        return database.Number("SELECT count(*) FROM journal");
    }

    private static IReadOnlyList<LogEntry> Everything(IMessageLog log, string room = "#tea") =>
        log.Page(new PageQuery(room, null, null, 1_000, FromNewest: false, WithEvents: true))!;
}
