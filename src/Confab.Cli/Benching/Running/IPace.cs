using Confab.Cli.Benching.Measures;

namespace Confab.Cli.Benching.Running;

/// <summary>When senders speak.</summary>
internal interface IPace
{
    /// <summary>How much later than due messages were handed to the system: the share of the latency that is ours.</summary>
    LatencyHistogram Lateness { get; }

    /// <summary>Lets everybody speak who has something to say.</summary>
    /// <param name="now">The time, in nanoseconds since the run began.</param>
    void Speak(long now);

    /// <summary>The time is up: what was due until then is still said.</summary>
    void Finish(long until);

    /// <summary>How many milliseconds may pass until somebody has something to say of its own accord, at most.</summary>
    int Patience(long now, int most);
}
