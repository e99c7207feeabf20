namespace Confab.Engine;

/// <summary>The bounds that the engine keeps. Reasons and ranges stand beside the settings of the same names.</summary>
public sealed class EngineOptions
{
    /// <summary>Most requests that one tick takes.</summary>
    public int RequestsPerTick { get; set; } = 1024;

    /// <summary>How many threads deliver, each to its own sessions.</summary>
    public int DeliveryShards { get; set; } = 1;

    /// <summary>How long the next tick may wait under load, as a multiple of the time that delivering one takes; 0: not at all.</summary>
    public double PaceFactor { get; set; } = 3;

    /// <summary>How long it may wait at most.</summary>
    public TimeSpan PaceLimit { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Most requests of one session that wait for their answers; beyond it nothing more is read from the session.</summary>
    public int RequestsInFlight { get; set; } = 64;

    /// <summary>The newest entries of a room that are kept at hand for those who join.</summary>
    public int RecentEntries { get; set; } = 50;

    /// <summary>Most look-ups (history, search) that run at once.</summary>
    public int LookupsAtOnce { get; set; } = 2;

    /// <summary>Most passwords that are made into keys at once.</summary>
    public int KeysAtOnce { get; set; } = 1;

    /// <summary>Whether joins, leaves and the like are kept in the history too, for clients that play them back.</summary>
    public bool RemembersEvents { get; set; } = true;

    /// <summary>Most look-ups of one session that wait; one more is refused.</summary>
    public int LookupsPerSession { get; set; } = 4;

    /// <summary>Most entries that one look-up returns.</summary>
    public int LookupEntries { get; set; } = 500;

    /// <summary>How long a search may take, before it is given up.</summary>
    public TimeSpan LookupTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
