using Confab.Storage.Sqlite;

namespace Confab.Storage.Tests.Contract;

public abstract class SqliteMessageLogContract(Durability durability) : MessageLogContract
{
    private readonly TemporaryDirectory _directory = new();

    protected override IMessageLog OpenLog() =>
        SqliteMessageLog.Open(new SqliteLogOptions { DataDirectory = _directory["data"], Durability = durability });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _directory.Dispose();
    }
}
