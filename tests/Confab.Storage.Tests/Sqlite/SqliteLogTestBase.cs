using Confab.Storage.Sqlite;

namespace Confab.Storage.Tests.Sqlite;

/// <summary>A data directory of a test's own, with the log in it.</summary>
public abstract class SqliteLogTestBase : IDisposable
{
    protected TemporaryDirectory Temporary { get; } = new();

    protected string Data => Temporary["data"];

    protected string MessagesFile => Path.Combine(Data, "messages.db");

    protected string SearchFile => Path.Combine(Data, "search.db");

    protected Drafts New { get; } = new();

    public void Dispose()
    {
        Temporary.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static SqliteMessageLog Open(string directory) =>
        SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = directory });

    protected SqliteMessageLog Open() => Open(Data);

    /// <summary>What opening is refused with.</summary>
    protected string Refusal() => Assert.Throws<LogOpenException>(() => Open().Dispose()).Message;

    /// <summary>Every file with its bytes and the time it was last written.</summary>
    protected static string Snapshot(string directory) => string.Join('\n', Directory
        .GetFiles(directory)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {File.GetLastWriteTimeUtc(file):O} {Convert.ToHexString(File.ReadAllBytes(file))}"));
}
