using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;

namespace Confab.Simulation.Tests.Clients;

/// <summary>The client of the operator door. In lock-step each of its messages is owed exactly one reply, and it hears nothing else.</summary>
internal sealed class OperatorClient(SimulatedWorld world, int index) : UnframedClient(world, index, "operator")
{
    private int _turns;
    private int _replies;

    protected override void Greet()
    {
        _turns = 0;
        _replies = 0;
        base.Greet();
    }

    protected override void Sent(bool endsRead) => _turns += endsRead ? 1 : 0;

    protected override void Hear(string text)
    {
        _replies++;
        base.Hear(text);
    }

    // What it still has to hear comes with its next turns, so nothing can be said about it now.
    protected override bool CompletesAtRest => SpeaksInLines && _turns > 0;

    protected override void Check(Visit visit)
    {
        if (SpeaksInLines && _turns > 0)
        {
            base.Check(visit);
        }
        else if (!SpeaksInLines && !visit.WasSlow && _turns != _replies)
        {
            throw new PromiseBroken($"{visit} said {_turns} things and got {_replies} replies.");
        }
        else
        {
            World.Tally.Count(Corner.ReplyInTurn);
        }
    }
}
