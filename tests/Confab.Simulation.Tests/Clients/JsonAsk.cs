using Confab.Protocols.Json;
using Confab.Simulation.Tests.Oracle;

namespace Confab.Simulation.Tests.Clients;

/// <summary>A command that waits for its reply, and what must be remembered until then.</summary>
/// <param name="Command">As it was sent.</param>
internal sealed record JsonAsk(JsonCommand Command)
{
    /// <summary>say, topic: what was said.</summary>
    public Said? Said { get; init; }

    /// <summary>ping: what must have been shown before the pong.</summary>
    public IReadOnlyList<(RoomWatch Watch, long UpTo)> Floor { get; init; } = [];

    /// <summary>history, search, find: where the client sat when it asked, and what it had seen.</summary>
    public RoomWatch? Watch { get; init; }

    public long Seen { get; init; }

    /// <summary>search, find: what must be found.</summary>
    public Entry? Wanted { get; init; }

    public bool IsLookup => Command.Type is JsonTypes.History or JsonTypes.Search or JsonTypes.Find;
}
