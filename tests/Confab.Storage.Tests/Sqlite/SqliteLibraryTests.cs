using Confab.Storage.Sqlite;

namespace Confab.Storage.Tests.Sqlite;

public sealed class SqliteLibraryTests
{
    [Fact]
    public void The_library_of_this_machine_will_do() => SqliteLibrary.EnsureUsable();

    [Theory]
    [InlineData("3.37.0")]
    [InlineData("3.40.1")]
    [InlineData("4.0.0")]
    public void New_enough_libraries_will_do(string version) =>
        Assert.Null(SqliteLibrary.ProblemWith(Version.Parse(version), hasFullTextSearch: true));

    [Fact]
    public void An_old_library_is_refused_with_its_version_and_what_to_install()
    {
        var problem = SqliteLibrary.ProblemWith(new Version(3, 36, 9), hasFullTextSearch: true);

        Assert.Contains("3.36.9", problem, StringComparison.Ordinal);
        Assert.Contains("3.37.0", problem, StringComparison.Ordinal);
        Assert.Contains("apt install libsqlite3-0", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_without_full_text_search_is_refused()
    {
        var problem = SqliteLibrary.ProblemWith(new Version(3, 45, 0), hasFullTextSearch: false);

        Assert.Contains("FTS5", problem, StringComparison.Ordinal);
        Assert.Contains("--ephemeral", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_beside_the_program_comes_before_the_systems()
    {
        using var program = new TemporaryDirectory();
        Assert.Equal(["libsqlite3.so.0", "libsqlite3.dylib", "winsqlite3.dll"], SqliteLibrary.Candidates(program.Path));

        File.WriteAllText(program["libsqlite3.so.0"], "");
        Assert.Equal(program["libsqlite3.so.0"], SqliteLibrary.Candidates(program.Path).First());
    }
}
