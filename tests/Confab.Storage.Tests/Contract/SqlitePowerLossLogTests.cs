namespace Confab.Storage.Tests.Contract;

public sealed class SqlitePowerLossLogTests() : SqliteMessageLogContract(Durability.PowerLoss);
