namespace Confab.Storage.Tests.Contract;

public sealed class SqliteProcessCrashLogTests() : SqliteMessageLogContract(Durability.ProcessCrash);
