namespace Confab.Server.Hosting;

/// <summary>When the upkeep of the log gives way to the chat.</summary>
internal sealed record UpkeepOptions
{
    /// <summary>From so many entries and events in a second on, the server is busy, and upkeep waits for better times. At 1,000 it would take 2 % of a core.</summary>
    public long BusyRate { get; init; } = 1_000;

    /// <summary>
    /// Unless so many wait for it: eight seconds of all that one room of a thousand members can take, or many minutes of a busy evening. A search
    /// that finds nothing looks through these one by one (0.3 s), and a start after a kill puts them in order first (a second or two).
    /// </summary>
    public long MostWaiting { get; init; } = 250_000;

    /// <summary>How long it rests for each moment of work while messages come: a quarter of one core at most.</summary>
    public int RestForWork { get; init; } = 3;
}
