namespace Confab.Storage.Tests.Sqlite;

/// <summary>A journal that is cut off or spoilt.</summary>
public sealed class JournalDamageTests : SqliteLogTestBase
{
    // How SQLite lays out a write-ahead log (sqlite.org/fileformat.html, 4.1).
    private const int HeaderBytes = 32;
    private const int FrameBytes = 24 + 4_096;

    [Theory]
    [InlineData("substr(batch, 1, 40) || x'ff' || substr(batch, 42)", "checksum")]
    [InlineData("substr(batch, 1, length(batch) - 1)", "checksum")]
    [InlineData("x'09' || substr(batch, 2)", "form 9")]
    [InlineData("x'01'", "1 bytes")]
    public void A_batch_that_is_not_as_it_was_written_is_refused_at_the_start_with_a_sentence(string spoilt, string reason)
    {
        using (var log = Open())
        {
            log.Append(New.Say("kept"));
            log.IndexAll();
            log.Append(New.Say("in the journal, and long enough to be hit"));
            CrashTests.CopyAsKilled(Data, Temporary["copy"]);
        }

        var file = Temporary["copy/messages.db"];
        using (var database = RawDatabase.Open(file))
        {
            database.Run($"UPDATE journal SET batch = CAST({spoilt} AS BLOB)");
        }

        var refusal = Assert.Throws<LogOpenException>(() => Open(Temporary["copy"]).Dispose()).Message;
        Assert.Contains(file, refusal, StringComparison.Ordinal);
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
        Assert.Contains("backup", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_spoilt_while_in_use_is_said_to_those_who_ask_and_costs_nobody_a_message()
    {
        using var log = Open();
        log.Append(New.Say("kept"));
        log.IndexAll();
        log.Append(New.Say("in the journal"));
        using (var database = RawDatabase.Open(MessagesFile))
        {
            database.Run("UPDATE journal SET batch = CAST(substr(batch, 1, length(batch) - 1) AS BLOB)");
        }

        Assert.Throws<LogUnavailableException>(() => log.All());
        Assert.Throws<LogUnavailableException>(() => log.Found("kept"));
        Assert.Throws<LogUnavailableException>(() => log.IndexMore(10));
        Assert.Equal(3, log.Append(New.Say("on"))[0].Number);
    }

    [Fact]
    public void Cut_off_anywhere_the_write_ahead_log_leaves_a_beginning_of_the_history()
    {
        using var log = Open();
        for (var i = 1; i <= 6; i++)
        {
            log.Append(New.Say($"tea {i}"), New.Topic($"topic {i}"), New.Say("x", $"#room{i}"));
            log.Append(New.Say($"coffee {i}"));
            log.IndexMore(2);
        }

        var whole = Temporary["whole"];
        CrashTests.CopyAsKilled(Data, whole);
        var length = new FileInfo(Path.Combine(whole, "messages.db-wal")).Length;
        var seen = new HashSet<int>();
        for (var end = HeaderBytes + (long)FrameBytes; end <= length; end += FrameBytes)
        {
            var copy = Temporary[$"copy{end}"];
            CrashTests.CopyAsKilled(Data, copy);
            using (var wal = File.OpenWrite(Path.Combine(copy, "messages.db-wal")))
            {
                wal.SetLength(end);
            }

            using var survivor = Open(copy);
            var entries = survivor.All();
            Assert.Equal(log.All().Take(entries.Count), entries);
            Assert.Equal(entries.Count, survivor.LoadRooms().SingleOrDefault(room => room.Key == "#tea")?.LastNumber ?? 0);
            Assert.Equal(entries.Count(entry => entry.Text.StartsWith("tea", StringComparison.Ordinal)), survivor.Found("tea").Length);
            seen.Add(entries.Count);
        }

        // 2, 3, 5, 6, …: every transaction whole.
        Assert.Equal(Enumerable.Range(2, 17).Where(count => count % 3 != 1), seen.Order());
    }
}
