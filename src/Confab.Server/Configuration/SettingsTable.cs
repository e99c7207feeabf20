using Confab.Server.Configuration.Values;

namespace Confab.Server.Configuration;

/// <summary>
/// Everything that can be set, in the order in which it is shown. Reading, the JSON schema and the list of settings in force all
/// come from here; only listeners, being a list, have a table of their own (<see cref="ListenerSettings"/>).
/// </summary>
internal static class SettingsTable
{
    public static IReadOnlyList<Setting<ServerOptions>> All { get; } =
        [
            .. GeneralSettings.All, .. ChatSettings.All, .. AccountSettings.All, .. ConnectionSettings.All, .. FloodSettings.All, .. EngineSettings.All,
            .. TlsSettings.All, .. WebSettings.All, .. IrcSettings.All,
        ];

    private static readonly Dictionary<string, Setting<ServerOptions>> _byPath =
        All.ToDictionary(setting => setting.Path, StringComparer.OrdinalIgnoreCase);

    /// <summary>The setting of that name, in any case; or null.</summary>
    public static Setting<ServerOptions>? Find(string path) => _byPath.GetValueOrDefault(path);

    public static Setting<ServerOptions> Value<T>(
        string path, ValueKind<T> kind, string reason, Func<ServerOptions, T> get, Action<ServerOptions, T> set) =>
        new ValueSetting<ServerOptions, T>(path, kind, reason, get, set);

    public static Setting<ServerOptions> Number(
        string path, int min, int max, string unit, string reason, Func<ServerOptions, int> get, Action<ServerOptions, int> set) =>
        Value(path, new WholeNumber(min, max, unit), reason, options => get(options), (options, value) => set(options, (int)value));

    public static Setting<ServerOptions> Time(
        string path, TimeSpan min, TimeSpan max, string reason, Func<ServerOptions, TimeSpan> get, Action<ServerOptions, TimeSpan> set) =>
        Value(path, new Duration(min, max), reason, get, set);
}
