using Confab.Cli.Benching.Measures;
using Confab.Cli.Benching.Plan;

namespace Confab.Cli.Benching.Running;

/// <summary>At a door that does not tell its members that they are in: the first one speaks, from time to time, until everybody has heard it.</summary>
internal sealed class RollCall
{
    /// <summary>Stands for nobody: what it says is not measured.</summary>
    public const int Sender = BenchMessage.MostSenders - 1;

    private const long Pause = 100_000_000;

    private readonly BenchCrowd _crowd;
    private readonly byte[] _line;
    private long _nextCall;

    public RollCall(BenchCrowd crowd)
    {
        _crowd = crowd;
        var caller = crowd.Members[0];
        _line = BenchSender.Line(crowd.Plan, caller.Framing, crowd.Names.Key, caller.RoomName, out var textAt);
        new BenchMessage(Sender, 0, 0).Stamp(_line.AsSpan(textAt));
    }

    /// <summary>Whether everybody has heard it; who speaks need not.</summary>
    public bool IsOver => _crowd.OnRoll >= _crowd.Members.Count - (_crowd.Members[0].IsOnRoll ? 0 : 1);

    /// <summary>Calls, where it is time to.</summary>
    public void Call(long now)
    {
        if (now >= _nextCall)
        {
            _nextCall = now + Pause;
            _crowd.Members[0].Send(_line);
        }
    }
}
