using Confab.Server.Configuration.Values;
using static Confab.Server.Configuration.SettingsTable;

namespace Confab.Server.Configuration;

/// <summary>The bounds that the engine keeps.</summary>
internal static class EngineSettings
{
    public static IEnumerable<Setting<ServerOptions>> All { get; } =
    [
        Number("limits.requestsPerTick", 1, 65_536, "requests",
            "Most requests that share one commit: batches of a thousand use the disk fully, and a larger one only makes the first in it wait.",
            options => options.Engine.RequestsPerTick, (options, value) => options.Engine.RequestsPerTick = value),
        Value("eventLoops", new WordOr<long>("auto", new WholeNumber(0, 64, "loops")),
            "How many threads read and send for plain connections on Linux, each for its own; auto: one per processor, at most four. 0 uses portable sockets, as elsewhere.",
            options => options.EventLoops, (options, value) => options.EventLoops = (int?)value),
        Value("limits.paceFactor", new WholeNumber(0, 16, "times"),
            "How long messages may rest on a busy server, as a multiple of the time that delivering takes, so that sends are fewer and larger; 0: not at all.",
            options => (long)options.Engine.PaceFactor, (options, value) => options.Engine.PaceFactor = value),
        Time("limits.paceLimit", TimeSpan.Zero, TimeSpan.FromSeconds(1),
            "How long they may rest at most; nobody notices 20 ms.",
            options => options.Engine.PaceLimit, (options, value) => options.Engine.PaceLimit = value),
        Number("limits.requestsInFlight", 1, 65_536, "requests",
            "Most unanswered requests of one session; beyond it nothing more is read, so a flood fills its own connection.",
            options => options.Engine.RequestsInFlight, (options, value) => options.Engine.RequestsInFlight = value),
        Number("limits.recentEntries", 1, 10_000, "entries",
            "The newest entries of a room that are kept in memory while somebody sits there, for those who join.",
            options => options.Engine.RecentEntries, (options, value) => options.Engine.RecentEntries = value),
        Number("limits.lookupsAtOnce", 1, 64, "look-ups",
            "Most reads of old history that run at once; two keep one slow search from holding up everybody's /history.",
            options => options.Engine.LookupsAtOnce, (options, value) => options.Engine.LookupsAtOnce = value),
        Number("limits.lookupsPerSession", 1, 64, "look-ups",
            "Most waiting reads of old history of one session, so that one person cannot fill the queue.",
            options => options.Engine.LookupsPerSession, (options, value) => options.Engine.LookupsPerSession = value),
        Number("limits.lookupEntries", 1, 10_000, "entries",
            "Most entries that one read of old history returns; more are read page by page.",
            options => options.Engine.LookupEntries, (options, value) => options.Engine.LookupEntries = value),
        Time("limits.lookupTimeout", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10),
            "How long one search may take; people do not wait longer for a line of text.",
            options => options.Engine.LookupTimeout, (options, value) => options.Engine.LookupTimeout = value),
        Number("limits.keysAtOnce", 1, 64, "passwords",
            "Most passwords that are hashed at once; each takes a processor for a while, and log-ins must not starve the server.",
            options => options.Engine.KeysAtOnce, (options, value) => options.Engine.KeysAtOnce = value),
        Value("rememberEvents", new Switch(),
            "Joins, leaves and the like are kept in the history too, for clients that play them back; they cost as much as messages.",
            options => options.Engine.RemembersEvents, (options, value) => options.Engine.RemembersEvents = value),
    ];
}
