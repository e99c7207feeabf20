using Microsoft.Extensions.Configuration;

namespace Confab.Server.Configuration.Sources;

/// <summary>Values that were written in one place.</summary>
/// <param name="Entries">Each with its name.</param>
/// <param name="ReplacesListeners">True when its doors stand in place of all that lower sources name.</param>
internal sealed record SettingSource(IReadOnlyList<SettingEntry> Entries, bool ReplacesListeners = false)
{
    public static SettingSource Empty { get; } = new([]);

    /// <summary>What a configuration holds, without the groups that only hold others.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="originOf">Tells where a value was written, given its path.</param>
    public static IReadOnlyList<SettingEntry> Flatten(IConfiguration configuration, Func<string, string> originOf)
    {
        var entries = new List<SettingEntry>();
        foreach (var section in configuration.GetChildren())
        {
            Collect(section, originOf, entries);
        }

        return entries;
    }

    private static void Collect(IConfigurationSection section, Func<string, string> originOf, List<SettingEntry> entries)
    {
        var isGroup = false;
        foreach (var child in section.GetChildren())
        {
            isGroup = true;
            Collect(child, originOf, entries);
        }

        // A variable may give a value to what is a group elsewhere; an empty JSON list reads as empty text.
        if (!isGroup || section.Value is { Length: > 0 })
        {
            var path = section.Path.Replace(ConfigurationPath.KeyDelimiter, ".", StringComparison.Ordinal);
            entries.Add(new SettingEntry(path, section.Value, originOf(path)));
        }
    }
}
