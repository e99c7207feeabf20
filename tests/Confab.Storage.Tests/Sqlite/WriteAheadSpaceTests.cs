using Confab.Storage.Sqlite;

namespace Confab.Storage.Tests.Sqlite;

/// <summary>The room on the disk that commits overwrite instead of making a file longer.</summary>
public sealed class WriteAheadSpaceTests : SqliteLogTestBase
{
    private const int Reserved = 2 * 1024 * 1024;

    private string Wal => MessagesFile + "-wal";

    [Fact]
    public void What_was_committed_before_and_behind_it_is_there_after_a_kill()
    {
        using var log = Open();
        log.Append(New.Say("before"));
        new WriteAheadSpace(MessagesFile, Reserved, new Lock()).Reserve();
        Assert.Equal(["before"], log.All().Texts());
        log.Append(New.Say("behind"));

        var copy = Temporary["copy"];
        CrashTests.CopyAsKilled(Data, copy);
        using var survivor = Open(copy);
        Assert.Equal(["before", "behind"], survivor.All().Texts());
        Assert.Equal(3, survivor.Append(New.Say("next"))[0].Number);
    }

    [Fact]
    public void Commits_do_not_make_the_file_longer_any_more()
    {
        using var log = SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = Data, ReservedBytes = 0 });
        log.Append(New.Say("first"));
        new WriteAheadSpace(MessagesFile, Reserved, new Lock()).Reserve();
        var length = new FileInfo(Wal).Length;
        Assert.InRange(length, Reserved, Reserved + (1024 * 1024));

        for (var i = 0; i < 50; i++)
        {
            log.Append(New.Say($"tea {i}"));
        }

        Assert.Equal(length, new FileInfo(Wal).Length);
        Assert.Equal(51, log.All().Count);
    }

    [Fact]
    public void A_log_that_is_in_use_gets_it_by_itself()
    {
        using var log = SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = Data, ReservedBytes = Reserved });
        for (var i = 0; i < 16; i++)
        {
            log.Append(New.Say($"tea {i}"));
        }

        Assert.True(SpinWait.SpinUntil(() => new FileInfo(Wal).Length >= Reserved, TimeSpan.FromSeconds(30)), "No room was reserved.");
    }

    [Fact]
    public void Where_none_is_wanted_the_file_grows_with_its_commits()
    {
        using var log = SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = Data, ReservedBytes = 0 });
        for (var i = 0; i < 40; i++)
        {
            log.Append(New.Say($"tea {i}"));
        }

        Assert.InRange(new FileInfo(Wal).Length, 1, 1024 * 1024);
    }

    [Fact]
    public void Where_the_file_is_not_there_nothing_happens()
    {
        new WriteAheadSpace(Temporary["nowhere"], Reserved, new Lock()).Reserve();

        Assert.False(File.Exists(Temporary["nowhere-wal"]));
    }
}
