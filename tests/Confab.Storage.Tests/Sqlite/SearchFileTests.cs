using Confab.Storage.Sqlite;
using Confab.Storage.Sqlite.Search;

namespace Confab.Storage.Tests.Sqlite;

/// <summary>The index file may be lost, spoilt or mistaken: what a search finds stays the same.</summary>
public sealed class SearchFileTests : SqliteLogTestBase
{
    [Fact]
    public void A_deleted_index_is_built_anew()
    {
        OpenWithTea(5).Dispose();
        File.Delete(SearchFile);

        AssertTea(5);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    public void A_file_that_is_no_index_is_built_anew(string content)
    {
        OpenWithTea(5).Dispose();
        File.WriteAllText(SearchFile, content);

        AssertTea(5);
    }

    [Fact]
    public void A_damaged_index_is_built_anew()
    {
        OpenWithTea(500).Dispose();
        using (var file = File.OpenWrite(SearchFile))
        {
            file.Position = 4_096;
            file.Write(new byte[file.Length - 4_096]);
        }

        AssertTea(500);
    }

    [Fact]
    public void An_index_of_another_log_is_built_anew()
    {
        OpenWithTea(5).Dispose();
        using (var other = Open(Temporary["other"]))
        {
            other.Append([.. Enumerable.Range(0, 5).Select(i => New.Say($"coffee {i}"))]);
            other.IndexAll();
        }

        File.Copy(Temporary["other/search.db"], SearchFile, overwrite: true);

        AssertTea(5);
    }

    [Fact]
    public void An_index_ahead_of_a_log_from_a_backup_is_built_anew()
    {
        OpenWithTea(3).Dispose();
        File.Copy(MessagesFile, Temporary["backup"]);
        using (var log = Open())
        {
            log.Append(New.Say("coffee 4"), New.Say("coffee 5"));
            log.IndexAll();
        }

        File.Copy(Temporary["backup"], MessagesFile, overwrite: true);

        AssertTea(3);
    }

    [Fact]
    public void An_old_index_of_a_history_that_went_another_way_is_built_anew()
    {
        OpenWithTea(3).Dispose();
        File.Copy(MessagesFile, Temporary["backup"]);
        using (var log = Open())
        {
            log.Append(New.Say("coffee 4"));
            log.IndexAll();
        }

        File.Copy(SearchFile, Temporary["old-index"]);
        File.Copy(Temporary["backup"], MessagesFile, overwrite: true);
        using (var log = Open())
        {
            log.Append(New.Say("tea 4"), New.Say("tea 5"));
        }

        File.Copy(Temporary["old-index"], SearchFile, overwrite: true);

        AssertTea(5);
    }

    [Fact]
    public void An_index_that_saw_removals_which_a_backup_has_not_is_built_anew()
    {
        OpenWithTea(5).Dispose();
        File.Copy(MessagesFile, Temporary["backup"]);
        using (var log = Open())
        {
            log.Prune(new RetentionPolicy(null, 2), Drafts.Start, 10);
        }

        File.Copy(Temporary["backup"], MessagesFile, overwrite: true);

        AssertTea(5);
    }

    [Fact]
    public void An_index_of_another_format_is_built_anew()
    {
        OpenWithTea(5).Dispose();
        using (var index = RawDatabase.Open(SearchFile))
        {
            index.Run("DELETE FROM grams WHERE 0; UPDATE state SET indexed_to = 5; PRAGMA user_version=99;");
        }

        AssertTea(5);
        using var again = RawDatabase.Open(SearchFile);
        Assert.Equal(1, again.Number("PRAGMA user_version"));
    }

    [Fact]
    public void An_index_damaged_while_in_use_costs_time_but_no_results_and_mends()
    {
        using var log = OpenWithTea(2_000);
        Assert.Equal(100, log.Found("tea").Length);
        using (var index = RawDatabase.Open(SearchFile))
        {
            // A change, so that nobody trusts a cache, and everything into the file, where the bad disk strikes.
            index.Run("UPDATE state SET prunes = prunes; PRAGMA wal_checkpoint(TRUNCATE);");
        }

        using (var file = new FileStream(SearchFile, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Position = 4_096;
            file.Write(new byte[file.Length - 4_096]);
        }

        Assert.Contains("tea 77", log.Found("tea 77"));
        Assert.True(log.IsIndexBroken);
        Assert.Equal(100, log.Found("tea").Length);

        log.IndexAll();
        Assert.False(log.IsIndexBroken);
        Assert.Contains("tea 77", log.Found("tea 77"));
        Assert.False(log.IsIndexBroken);
    }

    [Fact]
    public void A_removal_cut_off_before_the_log_was_changed_loses_nothing_from_searches()
    {
        OpenWithTea(4).Dispose();
        Withdraw(2, 3);

        using var log = Open();
        Assert.Equal(["tea 4", "tea 3", "tea 2", "tea 1"], log.Found("tea"));
        Assert.True(log.IndexMore(1));
        Assert.Equal(["tea 4", "tea 3", "tea 2", "tea 1"], log.Found("tea"));
        log.IndexAll();
        Assert.Equal(["tea 4", "tea 3", "tea 2", "tea 1"], log.Found("tea"));
        log.Dispose();
        using var index = RawDatabase.Open(SearchFile);
        Assert.Equal(0, index.Number("SELECT count(*) FROM withdrawn"));
        Assert.Equal(4, index.Number("SELECT count(*) FROM grams WHERE grams MATCH 'TEA'"));
    }

    [Fact]
    public void A_removal_cut_off_after_the_log_was_changed_is_finished()
    {
        OpenWithTea(4).Dispose();
        Withdraw(1, 2);
        using (var database = RawDatabase.Open(MessagesFile))
        {
            database.Run("DELETE FROM entries WHERE position <= 2");
        }

        using (var log = Open())
        {
            Assert.Equal(["tea 4", "tea 3"], log.Found("tea"));
            log.IndexAll();
            Assert.Equal(["tea 4", "tea 3"], log.Found("tea"));
        }

        using var index = RawDatabase.Open(SearchFile);
        Assert.Equal(0, index.Number("SELECT count(*) FROM withdrawn"));
    }

    [Fact]
    public void Retention_takes_the_words_out_of_the_index()
    {
        using (var log = OpenWithTea(6))
        {
            log.Prune(new RetentionPolicy(null, 2), Drafts.Start, 100);
        }

        using var index = RawDatabase.Open(SearchFile);
        Assert.Equal(2, index.Number("SELECT count(*) FROM grams WHERE grams MATCH 'TEA'"));
        Assert.Equal(0, index.Number("SELECT count(*) FROM withdrawn"));
    }

    [Fact]
    public void Indexing_and_appending_do_not_wait_for_each_other()
    {
        using var log = OpenWithTea(3);
        using (var index = RawDatabase.Open(SearchFile))
        {
            index.Run("BEGIN IMMEDIATE");
            log.Append(New.Say("tea 4"));
            log.LoadRooms();
        }

        using (var messages = RawDatabase.Open(MessagesFile))
        {
            messages.Run("BEGIN IMMEDIATE");
            Assert.False(log.IndexMore(10));
        }

        Assert.Equal(["tea 4", "tea 3", "tea 2", "tea 1"], log.Found("tea"));
    }

    private SqliteMessageLog OpenWithTea(int count)
    {
        var log = Open();
        log.Append([.. Enumerable.Range(1, count).Select(i => New.Say($"tea {i}"))]);
        log.IndexAll();
        return log;
    }

    private void AssertTea(int count)
    {
        var expected = Enumerable.Range(1, count).Reverse().Take(100).Select(i => $"tea {i}").ToArray();
        using var log = Open();
        Assert.Equal(expected, log.Found("tea"));
        log.IndexMore(2);
        Assert.Equal(expected, log.Found("tea"));
        log.IndexAll();
        Assert.Equal(expected, log.Found("tea"));
        Assert.Empty(log.Found("coffee"));
        Assert.False(log.IsIndexBroken);
    }

    private void Withdraw(params long[] positions)
    {
        List<IndexableEntry> entries;
        using (var reader = new LogReader(SqliteConnections.OpenReader(MessagesFile)))
        {
            entries = [.. positions.Select(position => reader.IndexableAt(position)!)];
        }

        using var writer = new IndexWriter(SqliteConnections.OpenWriter(SearchFile));
        writer.Withdraw(entries);
    }
}
