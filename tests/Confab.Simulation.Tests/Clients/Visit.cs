using Confab.Simulation.Tests.Oracle;
using Confab.Testing.Memory;

namespace Confab.Simulation.Tests.Clients;

/// <summary>One connection of one client, from its opening to its end, and what the client has made of it.</summary>
internal sealed class Visit(int client, int number, string door, MemoryClient wire, DateTimeOffset opened)
{
    public MemoryClient Wire => wire;

    /// <summary>The protocol that is spoken.</summary>
    public string Door => door;

    public int Port => wire.Port;

    public DateTimeOffset Opened => opened;

    /// <summary>The rooms that it sits in, as far as the client has been told.</summary>
    public Dictionary<string, RoomWatch> Rooms { get; } = [];

    public string? Nickname { get; set; }

    public bool IsSignedOn { get; set; }

    /// <summary>The client reads slowly, or never.</summary>
    public bool IsSlow { get; set; }

    /// <summary>The client reads all it gets again; once nothing waits any more it is slow no longer.</summary>
    public bool IsCatchingUp { get; set; }

    /// <summary>It was slow at some time, so that one write may have come in pieces.</summary>
    public bool WasSlow { get; set; }

    /// <summary>The client never reads again.</summary>
    public bool IsStuck { get; set; }

    /// <summary>The server said that it gave up what waited; what was on its way may be torn.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>The connection broke.</summary>
    public bool IsLost { get; set; }

    /// <summary>There is a reason why the server may close the connection.</summary>
    public bool MayEnd { get; set; }

    /// <summary>Since when the server has a part of a message and not its end.</summary>
    public DateTimeOffset? PartialSince { get; set; }

    /// <summary>How many messages the log refused, and how often the client was told so.</summary>
    public int RefusalsOwed { get; set; }

    public int RefusalsTold { get; set; }

    public bool ShowsTopics => door is "text" or "json";

    /// <summary>Whether its own words are part of what it is shown; json has them as acknowledgements.</summary>
    public bool HearsItself => door is "alias" or "json";

    public override string ToString() => $"client {client} ({door}, visit {number}, port {Port})";
}
