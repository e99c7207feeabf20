using System.Text;

namespace Confab.Server.Configuration;

/// <summary>The settings in force, for people: each with its value, its default where that is another, where it came from, and its reason.</summary>
public static class SettingsReport
{
    /// <summary>Writes the report, in the order of the table.</summary>
    public static string Write(SettingsInForce settings)
    {
        var defaults = new ServerOptions();
        var report = new StringBuilder();
        report.Append("# Settings in force. Rising precedence: default, confab.json, environment (CONFAB__LIMITS__SESSIONS), flags.\n\n");
        foreach (var setting in SettingsTable.All)
        {
            var value = setting.Write(settings.Options);
            var origin = settings.Origins.TryGetValue(setting.Path, out var from)
                ? $"{from}; default {setting.Write(defaults)}"
                : "default";
            Entry(report, $"{setting.Path} = {value}", origin, setting.Reason);
        }

        Listeners(report, settings);
        return report.ToString();
    }

    private static void Listeners(StringBuilder report, SettingsInForce settings)
    {
        var index = 0;
        foreach (var listener in settings.Options.Listeners)
        {
            var origin = settings.ListenerOrigins.GetValueOrDefault(listener, "default");
            var reason = index == 0 ? ListenerSettings.Reason : null;
            Entry(report, $"{ListenerSettings.Path}.{index} = {listener}{Switches(listener)}", origin, reason);
            index++;
        }
    }

    private static string Switches(ListenerOptions listener)
    {
        var switches = ListenerSettings.All
            .Where(setting => IsWorthShowing(setting.Path, listener))
            .Select(setting => $" {setting.Path}={setting.Write(listener)}");
        return string.Concat(switches);
    }

    private static bool IsWorthShowing(string path, ListenerOptions listener) => path switch
    {
        "room" => listener.Room is not null,
        "proxy" => listener.Proxy,
        _ => ListenerSettings.OnlyFor(path) == listener.Dialect,
    };

    private static void Entry(StringBuilder report, string what, string origin, string? reason)
    {
        report.Append(what).Append("  (").Append(origin).Append(")\n");
        if (reason is not null)
        {
            report.Append("    ").Append(reason).Append('\n');
        }
    }
}
