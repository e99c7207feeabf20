using Confab.Client;

namespace Confab.Cli.Benching;

/// <summary>A measurement from the first connection to the last goodbye.</summary>
internal sealed class BenchRun(BenchPlan plan, TimeProvider clock, Random random)
{
    /// <summary>Connections opened at the same time: a server's accept queue is finite.</summary>
    private const int SignOnsAtOnce = 32;

    private static readonly TimeSpan s_signOnPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_drainPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_drainStep = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_goodbyePatience = TimeSpan.FromSeconds(2);

    private readonly List<BenchMember> _members = [];
    private readonly List<Task> _readings = [];

    /// <summary>Measures.</summary>
    /// <param name="stop">Ends the measurement early; what was measured until then is returned.</param>
    /// <exception cref="ConnectFailedException">A member could not sign on.</exception>
    public async Task<BenchResult> RunAsync(CancellationToken stop)
    {
        var windows = Enumerable.Range(0, plan.Senders).Select(_ => new SemaphoreSlim(plan.Window)).ToList();
        var run = random.Next(1000, 10_000);
        _members.AddRange(Enumerable.Range(0, plan.Members).Select(index => new BenchMember(plan, index, run, windows, clock)));
        try
        {
            await SignOnAsync(stop);
            var senders = Enumerable.Range(0, plan.Senders)
                .Select(index => new BenchSender(plan, _members[index], index, windows[index], clock))
                .ToList();
            return await MeasureAsync(senders, stop);
        }
        finally
        {
            foreach (var member in _members)
            {
                member.Dispose();
            }
        }
    }

    private long Delivered => _members.Sum(member => member.Tally.Received);

    private async Task SignOnAsync(CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(s_signOnPatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        foreach (var group in _members.Chunk(SignOnsAtOnce))
        {
            _readings.AddRange(await Task.WhenAll(group.Select(member => member.SignOnAsync(either.Token))));
        }
    }

    private async Task<BenchResult> MeasureAsync(List<BenchSender> senders, CancellationToken stop)
    {
        using var time = new CancellationTokenSource(plan.Duration, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, stop);
        var start = clock.GetTimestamp();
        var speaking = Task.WhenAll(senders.Select(sender => sender.RunAsync(either.Token)));

        // Stops by itself as well when the server has gone.
        await Task.WhenAny(speaking, Task.WhenAll(_readings));
        var (spoken, inTime) = (clock.GetElapsedTime(start), Delivered);
        await either.CancelAsync();
        await speaking;

        var sent = senders.Sum(sender => sender.Sent);
        var expected = sent * (plan.Members - 1);
        await DrainAsync(expected);
        await LeaveAsync();
        var delivered = Delivered;
        return new BenchResult(plan)
        {
            Spoken = spoken,
            Messages = sent,
            DeliveredInTime = inTime,
            Delivered = delivered,
            Lost = Math.Max(0, expected - (delivered - _members.Sum(member => member.Tally.Repeated))),
            Jumps = _members.Sum(member => member.Tally.Jumps),
            Repeated = _members.Sum(member => member.Tally.Repeated),
            Broken = [.. _members.Where(member => member.Broken is not null).Select(member => $"{member.Nickname}: {member.Broken}")],
            Latency = Joined(_members.Select(member => member.Tally.Latency)),
            Lateness = Joined(senders.Select(sender => sender.Lateness)),
        };
    }

    private static LatencyHistogram Joined(IEnumerable<LatencyHistogram> parts)
    {
        var all = new LatencyHistogram();
        foreach (var part in parts)
        {
            all.Add(part);
        }

        return all;
    }

    // What is on its way may arrive; what has not moved for a while is lost.
    private async Task DrainAsync(long expected)
    {
        var (last, since) = (Delivered, clock.GetTimestamp());
        while (last < expected && clock.GetElapsedTime(since) < s_drainPatience && _readings.Exists(reading => !reading.IsCompleted))
        {
            await Task.Delay(s_drainStep, clock);
            if (Delivered is var now && now != last)
            {
                (last, since) = (now, clock.GetTimestamp());
            }
        }
    }

    private async Task LeaveAsync()
    {
        await Task.WhenAll(_members.Select(member => member.LeaveAsync()));
        try
        {
            await Task.WhenAll(_readings).WaitAsync(s_goodbyePatience, clock);
        }
        catch (TimeoutException)
        {
            // Measured is measured.
        }
    }
}
