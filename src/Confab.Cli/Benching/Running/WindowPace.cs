using Confab.Cli.Benching.Measures;

namespace Confab.Cli.Benching.Running;

/// <summary>As fast as the server goes: a sender says the next message when a witness has one of those on their way.</summary>
internal sealed class WindowPace : IPace
{
    private readonly BenchCrowd _crowd;

    public WindowPace(BenchCrowd crowd)
    {
        _crowd = crowd;
        foreach (var sender in crowd.Senders)
        {
            sender.Awake();
        }
    }

    public LatencyHistogram Lateness { get; } = new();

    public void Speak(long now)
    {
        foreach (var sender in _crowd.Eager)
        {
            sender.Asleep();
            sender.Speak(_crowd.Plan.Window - (sender.Sent - sender.Heard), now, interval: 0);
        }

        _crowd.Eager.Clear();
    }

    public void Finish(long until)
    {
        // Nothing is ever due.
    }

    public int Patience(long now, int most) => most;
}
