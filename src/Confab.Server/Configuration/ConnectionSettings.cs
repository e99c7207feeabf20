using Confab.Server.Configuration.Values;
using static Confab.Server.Configuration.SettingsTable;

namespace Confab.Server.Configuration;

/// <summary>The bounds of connections: what they may send, what waits for them, and how long they may take.</summary>
internal static class ConnectionSettings
{
    private const int KiB = 1024;
    private const int MiB = 1024 * KiB;

    public static IEnumerable<Setting<ServerOptions>> All { get; } =
    [
        Number("limits.sessions", 1, 1_000_000, "sessions",
            "Most sessions of the server; below the 20,000 descriptors that systems commonly allow, with some left for files.",
            options => options.Connections.Sessions, (options, value) => options.Connections.Sessions = value),
        Number("limits.sessionsPerAddress", 0, 1_000_000, "sessions",
            "Most sessions from one address: enough for an office behind one router, too few to use up limits.sessions; 0 for no bound.",
            options => options.Connections.SessionsPerAddress, (options, value) => options.Connections.SessionsPerAddress = value),
        Value("limits.exemptAddresses", new Networks(),
            "Addresses without per-address bounds and flood control: this machine, and whoever else is trusted (a bridge, a gateway).",
            options => options.Connections.ExemptAddresses, (options, value) => options.Connections.ExemptAddresses = value),
        Number("limits.acceptBacklog", 1, 65_535, "connections",
            "Connections that the system holds until they are accepted; the system may hold fewer. One that finds no place tries again a second later, so there is one for a whole crowd that comes back after a restart.",
            options => options.Connections.AcceptBacklog, (options, value) => options.Connections.AcceptBacklog = value),
        Number("limits.readBytes", KiB, MiB, "bytes",
            "Most bytes that one read takes, which is how long one session may hold the stage.",
            options => options.Connections.ReadBytes, (options, value) => options.Connections.ReadBytes = value),
        Number("limits.backlogBytes", 64 * KiB, 1024 * MiB, "bytes",
            "Most bytes that wait for one session that reads slowly; it is closed when they are passed, and nobody else notices.",
            options => options.Connections.BacklogBytes, (options, value) => options.Connections.BacklogBytes = value),
        Value("limits.backlogBudgetBytes", new WholeNumber(MiB, 1L << 40, "bytes"),
            "Most bytes that wait for all sessions together, so that many slow readers cannot use up the machine's memory.",
            options => options.Connections.BacklogBudgetBytes, (options, value) => options.Connections.BacklogBudgetBytes = value),
        Time("limits.pacedGap", TimeSpan.Zero, TimeSpan.FromSeconds(1),
            "The time between two messages to a client without framing, which takes one read for one message; 20 to 50 ms keep them apart.",
            options => options.Connections.PacedGap, (options, value) => options.Connections.PacedGap = value),
        Number("limits.pacedBurst", 1, 100_000, "messages",
            "From so many waiting messages on, a client without framing gets them without a gap, since being late is worse than being glued.",
            options => options.Connections.PacedBurst, (options, value) => options.Connections.PacedBurst = value),
        Time("limits.goodbyeGap", TimeSpan.Zero, TimeSpan.FromSeconds(1),
            "The time between a goodbye and the reset behind it, which lets the historic clients read the goodbye first.",
            options => options.Connections.GoodbyeGap, (options, value) => options.Connections.GoodbyeGap = value),
        Time("limits.drainTimeout", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10),
            "How long a connection that is being closed may take to read what was sent before.",
            options => options.Connections.DrainTimeout, (options, value) => options.Connections.DrainTimeout = value),
        Time("limits.stopTimeout", TimeSpan.Zero, TimeSpan.FromMinutes(1),
            "How long a stopping server waits for its sessions to read their goodbye; one second keeps the whole stop under two.",
            options => options.Connections.StopTimeout, (options, value) => options.Connections.StopTimeout = value),
        Time("limits.signOnTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1),
            "How long a session may owe its nickname; a person needs a few seconds, a port scan stays for ever.",
            options => options.Connections.SignOnTimeout, (options, value) => options.Connections.SignOnTimeout = value),
        Time("limits.firstBytesTimeout", TimeSpan.Zero, TimeSpan.FromSeconds(10),
            "How long first bytes such as GE are held back that may become a browser's request, which must not speak in a room.",
            options => options.Connections.FirstBytesTimeout, (options, value) => options.Connections.FirstBytesTimeout = value),
        Time("limits.partialMessageTimeout", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1),
            "How long a message that has begun may stay without its end: slow enough for a terminal that sends each key, no shelter for slow-loris.",
            options => options.Connections.PartialMessageTimeout, (options, value) => options.Connections.PartialMessageTimeout = value),
        Time("limits.keepAliveTime", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1),
            "After so much silence the system asks whether the peer still lives; finds those who vanished without a word in about two minutes.",
            options => options.Connections.KeepAliveTime, (options, value) => options.Connections.KeepAliveTime = value),
        Number("limits.turnQueueBytes", KiB, 16 * MiB, "bytes",
            "What a lock-step client of the operator dialect may miss between its turns; older text is dropped first, and counted.",
            options => options.Doors.TurnQueueBytes, (options, value) => options.Doors = options.Doors with { TurnQueueBytes = value }),
    ];
}
