using System.Diagnostics;
using Confab.Storage.Sqlite;

namespace Confab.Storage.Tests.Sqlite;

public sealed class DirectoryTests : SqliteLogTestBase
{
    [Fact]
    public void A_missing_directory_is_made_for_its_owner_only()
    {
        var deep = Path.Combine(Temporary.Path, "a", "b");
        Open(deep).Dispose();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(deep));
        }
    }

    [Fact]
    public void A_second_server_is_refused_with_the_directory_and_the_process_that_has_it()
    {
        using var log = Open();
        log.Append(New.Say("a"));

        var refusal = Refusal();

        Assert.Contains(Data, refusal, StringComparison.Ordinal);
        Assert.Contains($"process {Environment.ProcessId}", refusal, StringComparison.Ordinal);
        Assert.Contains("--data", refusal, StringComparison.Ordinal);
        log.Append(New.Say("b"));
        Assert.Equal(["a", "b"], log.All().Texts());
    }

    [Fact]
    public void A_closed_log_leaves_the_directory_free_and_tidy()
    {
        using (var log = Open())
        {
            log.Append(New.Say("a"));
            log.IndexAll();
            Assert.Single(log.Found("a"));
        }

        Assert.Equal(
            ["messages.db", "search.db", "server.lock"],
            Directory.GetFiles(Data).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var again = Open();
        Assert.Equal(["a"], again.All().Texts());
    }

    [Fact]
    public void A_closed_log_says_that_it_is_closed()
    {
        var log = Open();
        log.Dispose();
        log.Dispose();

        Assert.Throws<ObjectDisposedException>(() => log.Append(New.Say("a")));
        Assert.Throws<ObjectDisposedException>(() => log.All());
        Assert.Throws<ObjectDisposedException>(() => log.Found("a"));
        Assert.Throws<ObjectDisposedException>(() => log.IndexMore(1));
        Assert.Throws<ObjectDisposedException>(() => log.Prune(new RetentionPolicy(null, 1), Drafts.Start, 1));
    }

    [Fact]
    public void The_lock_goes_with_the_process_that_held_it()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/flock"), "needs the flock command of Linux");
        Open().Dispose();
        using var holder = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", "exec 9>>\"$0\"; flock -x 9; echo held; read never", Path.Combine(Data, "server.lock") },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", holder.StandardOutput.ReadLine());
        Assert.Contains("another Confab server", Refusal(), StringComparison.Ordinal);

        holder.Kill();
        holder.WaitForExit();

        Open().Dispose();
    }

    [Fact]
    public void A_file_in_place_of_the_directory_is_refused()
    {
        File.WriteAllText(Data, "");

        Assert.Contains(Data, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Durability_none_is_not_for_an_embedded_log() => Assert.Throws<ArgumentException>(
        () => SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = Data, Durability = Durability.None }));

    [Theory]
    [InlineData(Durability.PowerLoss)]
    [InlineData(Durability.ProcessCrash)]
    public void A_log_can_be_opened_with_another_durability(Durability durability)
    {
        using (var log = Open())
        {
            log.Append(New.Say("a"));
        }

        using var again = SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = Data, Durability = durability });
        again.Append(New.Say("b"));
        Assert.Equal(["a", "b"], again.All().Texts());
    }
}
