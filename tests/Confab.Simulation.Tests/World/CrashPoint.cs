namespace Confab.Simulation.Tests.World;

/// <summary>Where in a tick the server is lost.</summary>
internal enum CrashPoint
{
    /// <summary>Nowhere in particular: requests wait, ticks may be committed and not delivered.</summary>
    BetweenTicks,

    /// <summary>Decided and not committed. A crash within the transaction is the same to everybody outside: the batch is lost.</summary>
    BeforeCommit,

    /// <summary>Committed, and nobody told.</summary>
    AfterCommit,

    /// <summary>Some sessions have been told and others not.</summary>
    InDelivery,
}
