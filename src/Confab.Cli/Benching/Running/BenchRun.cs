using System.Net;
using System.Net.Sockets;
using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Plan;
using Confab.Cli.Benching.Results;
using Confab.Cli.Benching.Wires;
using Confab.Client;

namespace Confab.Cli.Benching.Running;

/// <summary>A measurement from the first connection to the last goodbye. One thread does everything, so that little is done besides.</summary>
internal sealed class BenchRun
{
    private const int Step = 100;
    private const long StoppedPatience = 1_000_000_000;

    private readonly BenchPlan _plan;
    private readonly BenchClock _clock;
    private readonly BenchCrowd _crowd;
    private readonly BenchProgress _progress;
    private readonly ServerProcess? _server;

    public BenchRun(BenchPlan plan, TimeProvider clock, Random random, BenchProgress progress)
    {
        (_plan, _clock, _progress) = (plan, new BenchClock(clock), progress);
        _crowd = new BenchCrowd(plan, new BenchNames(random), _clock);
        _server = plan.Pid is { } pid ? new ServerProcess(pid) : null;
    }

    /// <summary>Measures.</summary>
    /// <param name="stop">Ends the measurement early; what was measured until then is returned.</param>
    /// <exception cref="ConnectFailedException">A member could not sign on.</exception>
    public BenchResult Run(CancellationToken stop)
    {
        using var wires = Wires();
        using var waking = stop.Register(wires.Wake);
        var before = _server?.Memory() ?? default;
        var signOn = new SignOns(_crowd, wires, _clock, _progress).Run(stop);
        var signedOn = _crowd.In;
        var afterSignOn = _server?.Memory() ?? default;

        var (pace, cpu) = Speak(wires, stop);
        var atEnd = _server?.Memory() ?? default;
        var lost = Drain(wires, stop);
        foreach (var member in _crowd.Members)
        {
            member.SayGoodbye();
        }

        _progress.End();
        var tally = _crowd.Tally;
        return new BenchResult(_plan)
        {
            Seconds = Math.Max(0, tally.Until - tally.From) / 1e9,
            Messages = _crowd.Senders.Sum(sender => (long)sender.Measured),
            Deliveries = tally.Measured,
            Carried = tally.Carried,
            Lost = lost,
            Repeated = tally.Repeated,
            OutOfOrder = tally.OutOfOrder,
            Misdirected = tally.Misdirected,
            Broken = _crowd.Broken,
            Latency = tally.Latency,
            Lateness = pace.Lateness,
            SignOn = (signedOn, signOn / 1e9),
            Server = _server is null ? null : new ServerCosts
            {
                Pid = _server.Pid,
                UserSeconds = cpu.User,
                SystemSeconds = cpu.System,
                Before = before,
                AfterSignOn = afterSignOn,
                AtEnd = atEnd,
            },
        };
    }

    private long Missing
    {
        get
        {
            var hearers = _plan.Door.Echoes ? 1 : 0;
            return _crowd.Senders.Sum(sender => (long)sender.Sent * (sender.Hearers + hearers)) - (_crowd.Tally.Received - _crowd.Tally.Repeated);
        }
    }

    private (IPace Pace, (double User, double System) Cpu) Speak(IWires wires, CancellationToken stop)
    {
        var start = _clock.Now;
        var tally = _crowd.Tally;
        tally.From = start + BenchClock.Nanoseconds(_plan.WarmUp);
        tally.Until = tally.From + BenchClock.Nanoseconds(_plan.Duration);
        IPace pace = _plan.Senders == 0 ? new Silence() : _plan.Rate > 0 ? new RatePace(_crowd, start) : new WindowPace(_crowd);
        (double User, double System)? atFrom = null;
        while (true)
        {
            _crowd.Look();
            var now = _crowd.Now;
            if (atFrom is null && now >= tally.From)
            {
                atFrom = _server?.Cpu() ?? default;
            }

            if (stop.IsCancellationRequested || _crowd.In == 0)
            {
                tally.Until = Math.Min(tally.Until, now);
            }

            if (now >= tally.Until)
            {
                break;
            }

            pace.Speak(now);
            _progress.Speaking(now, tally.Until - now, tally.Received, _crowd.Broken.Count);
            var next = atFrom is null ? tally.From : tally.Until;
            wires.Wait(pace.Patience(now, (int)Math.Clamp((next - now) / 1_000_000, 0, Step)));
        }

        pace.Finish(tally.Until);
        var cpu = _server?.Cpu() ?? default;
        return (pace, atFrom is { } from ? (cpu.User - from.User, cpu.System - from.System) : default);
    }

    // What is on its way may arrive; what has not moved for a while is lost.
    private long Drain(IWires wires, CancellationToken stop)
    {
        var (last, since) = (Missing, _clock.Now);
        var patience = BenchClock.Nanoseconds(_plan.Drain);
        while (last > 0 && _crowd.In > 0 && _clock.Now - since < (stop.IsCancellationRequested ? Math.Min(patience, StoppedPatience) : patience))
        {
            wires.Wait(Step);
            _progress.Draining(_clock.Now, last);
            if (Missing is var now && now != last)
            {
                (last, since) = (now, _clock.Now);
            }
        }

        return Math.Max(0, last);
    }

    private IWires Wires()
    {
        var server = Resolve();
        return _plan.Tls ? new StreamWires(server, _plan.Address.Host)
            : OperatingSystem.IsLinux() ? new PolledWires(server)
            : new StreamWires(server, tlsName: null);
    }

    private IPEndPoint Resolve()
    {
        try
        {
            var addresses = Dns.GetHostAddresses(_plan.Address.Host);
            return new IPEndPoint(addresses.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork) ?? addresses[0], _plan.Address.Port);
        }
        catch (SocketException exception)
        {
            throw new ConnectFailedException(_plan.Address, $"{exception.Message.TrimEnd('.')}.", exception);
        }
    }
}
