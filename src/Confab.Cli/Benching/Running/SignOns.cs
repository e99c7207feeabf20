using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Results;
using Confab.Cli.Benching.Wires;
using Confab.Client;

namespace Confab.Cli.Benching.Running;

/// <summary>Brings everybody into their rooms, so many at a time.</summary>
internal sealed class SignOns(BenchCrowd crowd, IWires wires, BenchClock clock, BenchProgress progress)
{
    private const int Step = 20;
    private const long Patience = 30_000_000_000;

    private int _opened;
    private int _last;
    private long _since;

    /// <summary>Returns when all are in, or when it is to stop.</summary>
    /// <returns>How long it took, in nanoseconds.</returns>
    /// <exception cref="ConnectFailedException">One of them could not be brought in.</exception>
    public long Run(CancellationToken stop)
    {
        var start = _since = clock.Now;
        while (crowd.In < crowd.Members.Count && !stop.IsCancellationRequested)
        {
            for (; _opened < crowd.Members.Count && _opened - crowd.In < crowd.Plan.SignOnsAtOnce; _opened++)
            {
                wires.Open(crowd.Members[_opened], _opened, crowd.Members[_opened].Kind == MemberKind.Slow);
            }

            Wait(crowd.In, member => member.IsIn, $"no answer to \"{crowd.Plan.Door.Question}\"");
        }

        if (!crowd.Plan.Door.AnswersSignOn && crowd.Members.Count > 1)
        {
            CallTheRoll(stop);
        }

        var took = clock.Now - start;
        foreach (var slow in crowd.Members.Where(member => member.Kind == MemberKind.Slow))
        {
            slow.StopReading();
        }

        return took;
    }

    private void CallTheRoll(CancellationToken stop)
    {
        for (var roll = new RollCall(crowd); !roll.IsOver && !stop.IsCancellationRequested;)
        {
            roll.Call(clock.Now);
            Wait(crowd.OnRoll, member => member.IsOnRoll, "it does not hear what another one says");
        }
    }

    private void Wait(int arrived, Func<BenchMember, bool> hasArrived, string problem)
    {
        wires.Wait(Step);
        var now = clock.Now;
        progress.SigningOn(now, arrived, crowd.Members.Count);
        if (crowd.Broken.Count > 0)
        {
            throw new ConnectFailedException(crowd.Plan.Address, $"while others signed on, the server let go of {crowd.Broken[0]}.");
        }

        if (arrived != _last)
        {
            (_last, _since) = (arrived, now);
        }
        else if (now - _since > Patience)
        {
            var late = crowd.Members.First(member => !hasArrived(member));
            throw late.Failed($"{problem} for {Patience / 1_000_000_000} seconds{crowd.LastHeard}. Is it a {crowd.Plan.Door.Name} door");
        }
    }
}
