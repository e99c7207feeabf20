using Confab.Server.Configuration.Values;
using Confab.Transport.Limits;
using static Confab.Server.Configuration.SettingsTable;

namespace Confab.Server.Configuration;

/// <summary>Flood control: who sends too fast is read from more slowly, and loses nothing.</summary>
internal static class FloodSettings
{
    private const int Most = 1_000_000_000;

    public static IEnumerable<Setting<ServerOptions>> All { get; } =
    [
        Value("limits.floodControl", new Switch(),
            "Whether who sends too fast is read from more slowly; off only where everybody is trusted, such as for a measurement.",
            options => options.Connections.FloodControl, (options, value) => options.Connections.FloodControl = value),
        .. Of("limits.sessionFlood", "one session", "ten a second is faster than people type",
            "a pasted page arrives at once", options => options.Connections.SessionFlood),
        .. Of("limits.addressFlood", "all sessions of one address", "five busy sessions",
            "several may paste at the same time", options => options.Connections.AddressFlood),
    ];

    private static IEnumerable<Setting<ServerOptions>> Of(
        string group, string whose, string why, string whyBurst, Func<ServerOptions, FloodLimits> of) =>
    [
        Number($"{group}.messagesPerSecond", 0, Most, "messages", $"Messages per second of {whose} in the long run: {why}; 0 for no bound.",
            options => of(options).MessagesPerSecond, (options, value) => of(options).MessagesPerSecond = value),
        Number($"{group}.messageBurst", 1, Most, "messages", $"Messages of {whose} that may come at once after a silence: {whyBurst}.",
            options => of(options).MessageBurst, (options, value) => of(options).MessageBurst = value),
        Number($"{group}.bytesPerSecond", 0, Most, "bytes", $"Bytes per second of {whose} in the long run: a file is not a message; 0 for no bound.",
            options => of(options).BytesPerSecond, (options, value) => of(options).BytesPerSecond = value),
        Number($"{group}.byteBurst", 1, Most, "bytes", $"Bytes of {whose} that may come at once after a silence: {whyBurst}.",
            options => of(options).ByteBurst, (options, value) => of(options).ByteBurst = value),
    ];
}
