using System.Buffers;
using System.Net.Sockets;

namespace Confab.Cli.Benching;

/// <summary>Speaks through one member: as fast as its window allows, or at moments that were fixed beforehand.</summary>
internal sealed class BenchSender(BenchPlan plan, BenchMember member, int index, SemaphoreSlim window, TimeProvider clock)
{
    /// <summary>Messages that go out in one write.</summary>
    private const int MostAtOnce = 64;

    private readonly ArrayBufferWriter<byte> _output = new();
    private int _sent;

    /// <summary>May be read while the sender works.</summary>
    public long Sent => Volatile.Read(ref _sent);

    /// <summary>How much later than due messages were handed to the system: the share of latencies that is ours.</summary>
    public LatencyHistogram Lateness { get; } = new();

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await (plan.Rate > 0 ? SpeakWhenDueAsync(stop) : SpeakAtOnceAsync(stop));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Time is up.
        }
        catch (SocketException)
        {
            // The reader of this connection says why.
        }
    }

    private async Task SpeakAtOnceAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await window.WaitAsync(stop);
            var now = clock.GetTimestamp();
            var count = 1;
            Add(now);
            while (count < MostAtOnce && window.Wait(0, CancellationToken.None))
            {
                Add(now);
                count++;
            }

            await FlushAsync();
        }
    }

    private async Task SpeakWhenDueAsync(CancellationToken stop)
    {
        var interval = clock.TimestampFrequency * plan.Senders / plan.Rate;

        // The senders take turns within an interval instead of all speaking at once.
        var start = clock.GetTimestamp() + (interval * index / plan.Senders);
        for (var count = 0L; ;)
        {
            var now = clock.GetTimestamp();
            var due = (long)(start + (count * interval));
            if (due > now)
            {
                await Task.Delay(clock.GetElapsedTime(now, due), clock, stop);
                continue;
            }

            for (var added = 0; due <= now && added < MostAtOnce; added++)
            {
                Lateness.Add((long)clock.GetElapsedTime(due, now).TotalNanoseconds);
                Add(due);
                count++;
                due = (long)(start + (count * interval));
            }

            await FlushAsync();
            stop.ThrowIfCancellationRequested();
        }
    }

    private void Add(long timestamp)
    {
        Volatile.Write(ref _sent, _sent + 1);
        _output.Write(plan.Dialect.Front);
        new BenchMessage(index, _sent, timestamp).Write(_output, plan.Size);
    }

    private async ValueTask FlushAsync()
    {
        await member.SendAsync(_output.WrittenMemory);
        _output.ResetWrittenCount();
    }
}
