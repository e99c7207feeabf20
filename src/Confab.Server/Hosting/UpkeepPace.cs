namespace Confab.Server.Hosting;

/// <summary>How much of its time the upkeep of the log takes.</summary>
internal enum UpkeepPace
{
    /// <summary>None: the server is busy, and what waits may wait.</summary>
    None,

    /// <summary>A share: messages come, or too much waits.</summary>
    Share,

    /// <summary>All: nobody says anything.</summary>
    All,
}
