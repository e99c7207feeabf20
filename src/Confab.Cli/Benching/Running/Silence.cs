using Confab.Cli.Benching.Measures;

namespace Confab.Cli.Benching.Running;

/// <summary>Nobody speaks.</summary>
internal sealed class Silence : IPace
{
    public LatencyHistogram Lateness { get; } = new();

    public void Speak(long now)
    {
    }

    public void Finish(long until)
    {
        // Nothing is ever due.
    }

    public int Patience(long now, int most) => most;
}
