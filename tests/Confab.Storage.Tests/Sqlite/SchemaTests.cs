using Confab.Storage.Sqlite;
using Confab.Storage.Sqlite.Migrations;

namespace Confab.Storage.Tests.Sqlite;

public sealed class SchemaTests : SqliteLogTestBase
{
    private const string SchemaOf = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name";

    // The first schema that was released, as it was. Never changes: databases like this exist.
    private const string FrozenFirstSchema = """
        CREATE TABLE log (
          one INTEGER PRIMARY KEY CHECK (one = 1),
          log_id BLOB NOT NULL,
          last_position INTEGER NOT NULL,
          prunes INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE rooms (
          id INTEGER PRIMARY KEY,
          key TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          created INTEGER NOT NULL,
          last_number INTEGER NOT NULL,
          topic TEXT,
          topic_author TEXT,
          topic_time INTEGER
        ) STRICT;

        CREATE TABLE entries (
          position INTEGER PRIMARY KEY,
          room INTEGER NOT NULL,
          number INTEGER NOT NULL,
          id BLOB NOT NULL,
          kind INTEGER NOT NULL,
          author TEXT NOT NULL,
          time INTEGER NOT NULL,
          text TEXT NOT NULL
        ) STRICT;

        CREATE UNIQUE INDEX entries_of_room ON entries (room, number);
        CREATE UNIQUE INDEX entries_by_id ON entries (id);
        CREATE INDEX entries_by_time ON entries (time);

        CREATE TABLE resend_keys (
          client BLOB NOT NULL,
          number INTEGER NOT NULL,
          entry_number INTEGER NOT NULL,
          entry_id BLOB NOT NULL,
          time INTEGER NOT NULL,
          PRIMARY KEY (client, number)
        ) STRICT, WITHOUT ROWID;

        PRAGMA user_version = 1;
        PRAGMA application_id = 0x436E6662;
        """;

    private const string FrozenHistory = """
        INSERT INTO log VALUES (1, x'00112233445566778899aabbccddeeff', 7, 1);
        INSERT INTO rooms VALUES (3, '#tea', '#Tea', 1900000000000, 5, 'kettle', 'bob', 1900000001000);
        INSERT INTO entries VALUES (6, 3, 4, x'01900000000070008000000000000001', 1, 'alice', 1900000002000, 'hello');
        INSERT INTO entries VALUES (7, 3, 5, x'01900000000070008000000000000002', 2, 'bob', 1900000003000, 'waves');
        INSERT INTO resend_keys VALUES (x'0f6bfa837a704bb2a2a60f2b8d0a8c11', 9, 5, x'01900000000070008000000000000002', 1900000003000);
        """;

    [Fact]
    public void Migrations_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, LogMigrations.All.Count), LogMigrations.All.Select(migration => migration.Version));

    [Fact]
    public void The_first_schema_is_still_the_frozen_one()
    {
        using var frozen = RawDatabase.Open(Temporary["frozen.db"]);
        frozen.Run(FrozenFirstSchema);
        using var first = RawDatabase.Open(Temporary["first.db"]);
        first.Run(LogMigrations.All[0].Sql);

        Assert.Equal(frozen.Text(SchemaOf), first.Text(SchemaOf));
    }

    [Fact]
    public void A_log_of_the_first_schema_is_read_and_continued()
    {
        Directory.CreateDirectory(Data);
        using (var old = RawDatabase.Open(MessagesFile))
        {
            old.Run(FrozenFirstSchema + FrozenHistory);
        }

        using var log = Open();

        Assert.Equal(new Guid("00112233445566778899aabbccddeeff"), log.LogId);
        Assert.Equal(["hello", "waves"], log.All().Texts());
        Assert.Equal("kettle", log.Room().Topic?.Text);
        Assert.Equal(["hello"], log.Found("ell"));
        var key = new Chat.Messages.ResendKey(new Guid("0f6bfa837a704bb2a2a60f2b8d0a8c11"), 9);
        var time = DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_009_000);
        Assert.True(log.Append(New.Say("waves", time: time, key: key))[0].IsDuplicate);
        Assert.Equal(6, log.Append(New.Say("on", time: time))[0].Number);
        Assert.Equal(8, log.All()[^1].Position);
    }

    [Fact]
    public void Old_entries_have_no_account_source_tags_and_target_and_are_paged_with_new_events()
    {
        Directory.CreateDirectory(Data);
        using (var old = RawDatabase.Open(MessagesFile))
        {
            old.Run(FrozenFirstSchema + FrozenHistory);
            old.Run("""
                INSERT INTO entries VALUES (8, 3, 6, x'01900000000070008000000000000003', 4, 'bob', 1900000004000, 'new topic');
                UPDATE rooms SET last_number = 6;
                INSERT INTO rooms VALUES (4, '#gone', '#Gone', 1800000000000, 9, NULL, NULL, NULL);
                """);
        }

        using var log = Open();

        Assert.All(log.All(), entry => Assert.Equal(
            (null, null, null, null), ((string?)entry.Account, (string?)entry.Source, (string?)entry.Tags, (string?)entry.Target)));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_003_000), log.Room().LastTime);
        Assert.Null(log.Room("#gone").LastTime);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_900_000_004_000), log.LastTime);
        Assert.Empty(log.LoadRecords());
        log.Append(New.Make(Chat.Messages.MessageKind.Joined, "joined", time: log.LastTime));
        var waves = HistoryPoint.Of(log.All()[1].Id);
        Assert.Equal(
            ["new topic", "joined"],
            log.Page(new PageQuery("#tea", waves, null, 9, FromNewest: false, WithEvents: true))!.Texts());
    }

    [Fact]
    public void An_upgraded_first_schema_equals_a_new_database()
    {
        Directory.CreateDirectory(Data);
        using (var old = RawDatabase.Open(MessagesFile))
        {
            old.Run(FrozenFirstSchema + FrozenHistory);
        }

        Open().Dispose();
        Open(Temporary["fresh"]).Dispose();

        using var upgraded = RawDatabase.Open(MessagesFile);
        using var fresh = RawDatabase.Open(Temporary["fresh/messages.db"]);
        Assert.Equal(fresh.Text(SchemaOf), upgraded.Text(SchemaOf));
        Assert.Equal(LogMigrations.All.Count, upgraded.Number("PRAGMA user_version"));
    }

    [Fact]
    public void A_further_migration_runs_once_and_keeps_history()
    {
        using (var log = Open())
        {
            log.Append(New.Say("a"));
        }

        IReadOnlyList<Migration> more = WithNext("CREATE TABLE runs (n INTEGER); INSERT INTO runs VALUES (1);");
        for (var start = 0; start < 2; start++)
        {
            using var log = SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = Data }, more);
            Assert.Equal(["a"], log.All().Texts());
        }

        using var database = RawDatabase.Open(MessagesFile);
        Assert.Equal(1, database.Number("SELECT count(*) FROM runs"));
        Assert.Equal(more.Count, database.Number("PRAGMA user_version"));
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_database_at_the_step_before()
    {
        using (var log = Open())
        {
            log.Append(New.Say("a"));
        }

        IReadOnlyList<Migration> broken = WithNext("CREATE TABLE half (n INTEGER); INSERT INTO nowhere VALUES (1);");
        Assert.Throws<LogOpenException>(() => SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = Data }, broken));

        using var again = Open();
        Assert.Equal(["a"], again.All().Texts());
        using var database = RawDatabase.Open(MessagesFile);
        Assert.Equal(0, database.Number("SELECT count(*) FROM sqlite_master WHERE name = 'half'"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_log_of_a_newer_version_is_refused_and_not_touched(bool withLockFile)
    {
        using (var log = Open())
        {
            log.Append(New.Say("a"));
        }

        using (var database = RawDatabase.Open(MessagesFile))
        {
            database.Run("PRAGMA journal_mode=DELETE");
            database.Run("PRAGMA user_version=4711");
            database.Run("PRAGMA journal_mode=WAL");
        }

        if (!withLockFile)
        {
            File.Delete(Path.Combine(Data, "server.lock"));
        }

        File.WriteAllText(Path.Combine(Data, "server.pid"), "1");
        var before = Snapshot(Data);

        var refusal = Refusal();

        Assert.Equal(before, Snapshot(Data));
        Assert.Contains(MessagesFile, refusal, StringComparison.Ordinal);
        Assert.Contains("newer version", refusal, StringComparison.Ordinal);
        Assert.Contains("4711", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_version_is_seen_although_its_server_was_killed()
    {
        IReadOnlyList<Migration> newer = WithNext("CREATE TABLE later (n INTEGER);");
        using (var log = SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = Temporary["live"] }, newer))
        {
            log.Append(New.Say("a"));
            CrashTests.CopyAsKilled(Temporary["live"], Data);
        }

        var before = Snapshot(Data);
        Assert.Contains("newer version", Refusal(), StringComparison.Ordinal);
        Assert.Equal(before, Snapshot(Data));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_not_touched()
    {
        Directory.CreateDirectory(Data);
        using (var other = RawDatabase.Open(MessagesFile))
        {
            other.Run("CREATE TABLE theirs (n INTEGER); PRAGMA user_version=1;");
        }

        var before = Snapshot(Data);

        Assert.Contains("not a log of Confab", Refusal(), StringComparison.Ordinal);
        Assert.Equal(before, Snapshot(Data));
    }

    private static IReadOnlyList<Migration> WithNext(string sql) =>
        [.. LogMigrations.All, new Migration(LogMigrations.All.Count + 1, sql)];
}
