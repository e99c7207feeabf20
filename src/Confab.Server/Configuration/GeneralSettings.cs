using Confab.Server.Configuration.Values;
using Confab.Storage;
using static Confab.Server.Configuration.SettingsTable;

namespace Confab.Server.Configuration;

/// <summary>What the server is, where its history lies, and how it is watched.</summary>
internal static class GeneralSettings
{
    public static IEnumerable<Setting<ServerOptions>> All { get; } =
    [
        Value("room", new Room(), "The room that always exists: every door leads there unless its listener names another.",
            options => options.Room, (options, value) => options.Room = value),
        Value("serverName", new Name(), "The nickname under which the operator speaks; nobody else may bear it or one that looks like it.",
            options => options.ServerName, (options, value) => options.ServerName = value),
        Value("data", new DirectoryPath(), "The directory of the history, seen from where the server is started; one server at a time uses it.",
            options => options.DataDirectory, (options, value) => options.DataDirectory = value),
        Value("ephemeral", new Switch(), "Keeps the history in memory only: nothing is written to disk, and nothing survives the process.",
            options => options.Ephemeral, (options, value) => options.Ephemeral = value),
        Value("durability", new Choice<Durability>(
                ("power-loss", Durability.PowerLoss), ("process-crash", Durability.ProcessCrash), ("none", Durability.None)),
            "What an acknowledged message survives; power-loss waits for the disk once per tick, which costs next to nothing on a busy server.",
            options => options.Durability, (options, value) => options.Durability = value),
        Number("historyLines", 0, 10_000, "lines", "How much history somebody sees on joining a room; a screenful. At most limits.recentEntries.",
            options => options.Doors.HistoryLines, (options, value) => options.Doors = options.Doors with { HistoryLines = value }),
        Value("retention.maxAge", new WordOr<TimeSpan>("off", new Duration(TimeSpan.FromMinutes(1), TimeSpan.FromDays(36_500))),
            "Older messages are removed for good; off keeps everything, because a history that vanishes must be somebody's decision.",
            options => options.Retention.MaxAge, (options, value) => options.Retention = options.Retention with { MaxAge = value }),
        Value("retention.maxEntriesPerRoom", new WordOr<long>("off", new WholeNumber(1, 1_000_000_000_000, "entries")),
            "Only so many of a room's newest messages are kept; off keeps everything.",
            options => options.Retention.MaxEntriesPerRoom,
            (options, value) => options.Retention = options.Retention with { MaxEntriesPerRoom = value }),
        Value("console", new Choice<ConsoleMode>(("auto", ConsoleMode.Auto), ("on", ConsoleMode.On), ("off", ConsoleMode.Off)),
            "The operator's console; auto: where standard input and output are a terminal. Elsewhere there are logs.",
            options => options.Console, (options, value) => options.Console = value),
        Value("control", new Choice<bool>(("on", true), ("off", false)),
            "Whether confab account and confab room reach the running server through a socket in the data directory; whoever may open it could change the files as well.",
            options => options.Control, (options, value) => options.Control = value),
        Value("logFormat", new Choice<LogFormat>(("text", LogFormat.Text), ("json", LogFormat.Json)),
            "How the log is written where there is no console: readable lines, or a JSON object per line for a collector.",
            options => options.LogFormat, (options, value) => options.LogFormat = value),
    ];
}
