namespace Confab.Storage.Tests.Sqlite;

/// <summary>What the files of a running log are worth when its process is gone from one moment to the next.</summary>
public sealed class CrashTests : SqliteLogTestBase
{
    /// <summary>The files as the death of the process would leave them: the shared memory does not outlive it.</summary>
    internal static void CopyAsKilled(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var name in new[] { "messages.db", "messages.db-wal", "search.db", "search.db-wal" })
        {
            File.Copy(Path.Combine(from, name), Path.Combine(to, name));
        }
    }

    [Theory]
    [InlineData(Durability.PowerLoss)]
    [InlineData(Durability.ProcessCrash)]
    public void Everything_acknowledged_is_there_after_a_kill(Durability durability)
    {
        using var log = Confab.Storage.Sqlite.SqliteMessageLog.Open(new() { DataDirectory = Data, Durability = durability });
        for (var i = 1; i <= 20; i++)
        {
            log.Append(New.Say($"tea {i}"), New.Topic($"topic {i}"), New.Say("x", $"#room{i}"));
            log.IndexMore(2);
            var copy = Temporary[$"copy{i}"];
            CopyAsKilled(Data, copy);

            using var survivor = Open(copy);
            Assert.Equal(i * 2, survivor.All().Count);
            Assert.Equal(i * 2, survivor.Room().LastNumber);
            Assert.Equal($"topic {i}", survivor.Room().Topic?.Text);
            Assert.Equal(i + 1, survivor.LoadRooms().Count);
            Assert.Equal(log.Found("tea"), survivor.Found("tea"));
            Assert.Equal((i * 2) + 1, survivor.Append(new Drafts().Say("on") with { Id = MessageLogExtensions.SomeId(i) })[0].Number);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(9_000)]
    public void A_batch_that_was_not_written_whole_is_gone_whole(int lostBytes)
    {
        using var log = Open();
        log.Append(New.Say("first"));
        log.Append([.. Enumerable.Range(0, 50).Select(i => New.Say($"{i} " + new string('x', 300)))]);
        var copy = Temporary["copy"];
        CopyAsKilled(Data, copy);
        using (var wal = File.OpenWrite(Path.Combine(copy, "messages.db-wal")))
        {
            wal.SetLength(wal.Length - lostBytes);
        }

        using var survivor = Open(copy);
        Assert.Equal(["first"], survivor.All().Texts());
        Assert.Equal(1, survivor.Room().LastNumber);
        Assert.Equal(2, survivor.Append(New.Say("next"))[0].Number);
    }

    [Fact]
    public void A_start_that_was_cut_off_before_the_first_migration_can_be_repeated()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllBytes(MessagesFile, []);

        using var log = Open();
        log.Append(New.Say("a"));
        Assert.Single(log.All());
    }

    [Theory]
    [InlineData("not a database at all, but long enough to be one: 0123456789012345678901234567890123456789012345678901234567890123456789")]
    [InlineData("short")]
    public void A_file_that_is_no_database_is_refused_and_not_touched(string content)
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(MessagesFile, content);
        var before = Snapshot(Data);

        var refusal = Refusal();

        Assert.Contains(MessagesFile, refusal, StringComparison.Ordinal);
        Assert.Contains("damaged", refusal, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot(Data));
    }

    [Fact]
    public void A_damaged_database_is_refused_with_a_sentence()
    {
        using (var log = Open())
        {
            log.Append([.. Enumerable.Range(0, 500).Select(i => New.Say($"{i}"))]);
        }

        using (var file = File.OpenWrite(MessagesFile))
        {
            file.Position = 4_096;
            file.Write(Enumerable.Repeat((byte)0xEE, (int)(file.Length - 4_096)).ToArray());
        }

        Assert.Contains("damaged", Refusal(), StringComparison.Ordinal);
        Assert.Contains("backup", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_that_shows_only_when_reading_is_said_in_a_sentence_and_the_rest_can_be_read()
    {
        using (var log = Open())
        {
            log.Append([.. Enumerable.Range(0, 200).Select(i => New.Say(new string('x', 1_000), i < 100 ? "#tea" : "#ops"))]);
        }

        long page;
        using (var database = RawDatabase.Open(MessagesFile))
        {
            page = database.Number("SELECT rootpage FROM sqlite_master WHERE name = 'entries_of_room'");
        }

        using (var file = File.OpenWrite(MessagesFile))
        {
            file.Position = (page - 1) * 4_096;
            file.Write(new byte[4_096]);
        }

        using var again = Open();
        Assert.Throws<LogUnavailableException>(() => again.All());
        Assert.Single(again.LoadRooms(), room => room.Key == "#tea");
    }
}
