namespace Confab.Cli.Benching.Running;

/// <summary>What a connection of a measurement is there for.</summary>
internal enum MemberKind
{
    /// <summary>Hears and is checked; the first ones also send.</summary>
    Member,

    /// <summary>Enters the rooms of the members and never reads again.</summary>
    Slow,

    /// <summary>Enters a room of its own kind and stays silent.</summary>
    Idle,
}
