using Confab.Storage.Sqlite;
using Confab.Storage.Tests.Sqlite;

namespace Confab.Storage.Tests.Contract;

public abstract class SqliteMessageLogContract(Durability durability) : MessageLogContract
{
    private readonly TemporaryDirectory _directory = new();
    private SqliteMessageLog? _open;

    protected override IMessageLog OpenLog() =>
        _open = SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = _directory["data"], Durability = durability });

    protected override void Dispose(bool disposing)
    {
        // Whatever a test did, it neither harmed the index nor made do without it.
        Assert.False(_open?.IsIndexBroken);
        base.Dispose(disposing);
        using (var index = RawDatabase.Open(_directory["data/search.db"]))
        {
            index.Run("INSERT INTO grams (grams) VALUES ('integrity-check')");
        }

        _directory.Dispose();
    }
}
