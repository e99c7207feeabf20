namespace Confab.Dialects.Irc;

/// <summary>
/// Watches one client's silence: after a while it is asked whether it is there, and after another without any word it is given up. Any line counts
/// as an answer. Safe from any thread: only times go through it. It changes, so keep it in a field that is not read-only.
/// </summary>
internal struct IrcSilence(TimeProvider clock)
{
    private long _heard = clock.GetTimestamp();
    private int _asked;

    /// <summary>What is due.</summary>
    public enum Due
    {
        /// <summary>Nothing.</summary>
        Nothing,

        /// <summary>The client is to be asked.</summary>
        Ask,

        /// <summary>The client is gone.</summary>
        GiveUp,
    }

    /// <summary>For how long nothing has come.</summary>
    public TimeSpan Length(TimeProvider clock) => clock.GetElapsedTime(Volatile.Read(ref _heard));

    public void Heard(TimeProvider clock)
    {
        Volatile.Write(ref _heard, clock.GetTimestamp());
        Volatile.Write(ref _asked, 0);
    }

    public Due Look(IrcOptions options, TimeProvider clock)
    {
        var silence = Length(clock);
        if (silence >= options.PingInterval + options.PingTimeout)
        {
            return Due.GiveUp;
        }

        return silence >= options.PingInterval && Interlocked.Exchange(ref _asked, 1) == 0 ? Due.Ask : Due.Nothing;
    }
}
