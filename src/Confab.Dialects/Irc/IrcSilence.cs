namespace Confab.Dialects.Irc;

/// <summary>
/// Watches one client's silence: after a while it is asked whether it is there, and after another without any word it is given up. Any line counts
/// as an answer. Safe from any thread: only times go through it. It changes, so keep it in a field that is not read-only.
/// </summary>
internal struct IrcSilence(TimeProvider clock)
{
    // When something was heard last, as a timestamp; its complement, which is negative, from when the client has been asked.
    private long _heard = clock.GetTimestamp();

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
    public TimeSpan Length(TimeProvider clock) => Since(Volatile.Read(ref _heard), clock);

    public void Heard(TimeProvider clock) => Volatile.Write(ref _heard, clock.GetTimestamp());

    public Due Look(IrcOptions options, TimeProvider clock)
    {
        var heard = Volatile.Read(ref _heard);
        var silence = Since(heard, clock);
        if (silence >= options.PingInterval + options.PingTimeout)
        {
            return Due.GiveUp;
        }

        return heard >= 0 && silence >= options.PingInterval && Interlocked.CompareExchange(ref _heard, ~heard, heard) == heard ? Due.Ask : Due.Nothing;
    }

    private static TimeSpan Since(long heard, TimeProvider clock) => clock.GetElapsedTime(heard >= 0 ? heard : ~heard);
}
