using BenchmarkDotNet.Attributes;
using Confab.Chat.Messages;
using Confab.Storage;
using Confab.Storage.Memory;
using Confab.Storage.Sqlite;

namespace Confab.Benchmarks;

/// <summary>
/// Messages to the log, a transaction for each and for every 100; numbers are for one message. The embedded log lies in the system's temporary
/// directory, so TMPDIR chooses the disk that is measured.
/// </summary>
[MemoryDiagnoser]
public class AppendBenchmarks
{
    private const int Transactions = 200;
    private const int BatchSize = 100;

    private readonly AppendResult[] _results = new AppendResult[BatchSize];
    private readonly NumberedIds _ids = new();
    private readonly LogBatch[] _batches = new LogBatch[Transactions];
    private DirectoryInfo? _directory;
    private IMessageLog? _log;

    /// <summary>The log in memory, or the embedded one with this durability.</summary>
    [Params("memory", "process-crash", "power-loss")]
    public string Log { get; set; } = string.Empty;

    [IterationSetup(Target = nameof(Alone))]
    public void SetupAlone() => Setup(batchSize: 1);

    [IterationSetup(Target = nameof(Among_a_hundred))]
    public void SetupBatches() => Setup(BatchSize);

    [IterationCleanup]
    public void Cleanup()
    {
        _log?.Dispose();
        _directory?.Delete(recursive: true);
        _directory = null;
    }

    [Benchmark(OperationsPerInvoke = Transactions)]
    public long Alone() => Append();

    [Benchmark(OperationsPerInvoke = Transactions * BatchSize)]
    public long Among_a_hundred() => Append();

    private long Append()
    {
        foreach (var batch in _batches)
        {
            _log!.Append(batch, _results);
        }

        return _results[0].Number;
    }

    private void Setup(int batchSize)
    {
        if (Log == "memory")
        {
            _log = new MemoryMessageLog();
        }
        else
        {
            _directory = Directory.CreateTempSubdirectory("confab-benchmark-");
            _log = SqliteMessageLog.Open(new SqliteLogOptions
            {
                DataDirectory = _directory.FullName,
                Durability = Log == "power-loss" ? Durability.PowerLoss : Durability.ProcessCrash,
            });
        }

        for (var i = 0; i < Transactions; i++)
        {
            _batches[i] = LogBatch.Of([.. Enumerable.Range(0, batchSize).Select(_ => Draft())]);
        }
    }

    private EntryDraft Draft() => new(
        _ids.Next(DateTimeOffset.UnixEpoch), "#lobby", "#lobby", MessageKind.Message, "alice", DateTimeOffset.UnixEpoch, Samples.Message, Key: null);
}
