using System.Globalization;
using Confab.Server.Configuration.Sources;

namespace Confab.Server.Configuration;

/// <summary>
/// Reads settings from all sources: defaults, the configuration file, the environment, the flags, in that order of rising precedence.
/// Whatever is unknown or wrong in any of them is a problem, also where a higher source would have replaced it.
/// </summary>
public static class SettingsReader
{
    /// <summary>Reads them. Never throws for what somebody wrote: that is in <see cref="SettingsInForce.Problems"/>.</summary>
    public static SettingsInForce Read(SettingsInput input)
    {
        var problems = new List<string>();
        var options = new ServerOptions();
        var origins = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var listeners = new ListenerDrafts(problems);

        var file = ConfigurationFile.Read(input.ConfigFile, input.WorkingDirectory, out var fileProblem);
        if (fileProblem is not null)
        {
            problems.Add(fileProblem);
        }

        var flags = input.Flags.Select(flag => new SettingEntry(flag.Setting, flag.Value, flag.Flag)).ToArray();
        foreach (var source in (ReadOnlySpan<SettingSource>)
        [
            file ?? SettingSource.Empty,
            EnvironmentSource.Read(input.Environment),
            FlagSource.Read(input.Listen, flags, input.Assignments, problems),
        ])
        {
            if (source.ReplacesListeners)
            {
                listeners.Clear();
            }

            foreach (var entry in JoinLists(source.Entries))
            {
                if (!listeners.TryTake(entry))
                {
                    Apply(entry, options, origins, problems);
                }
            }
        }

        var listenerOrigins = listeners.Build(options);
        if (problems.Count == 0)
        {
            problems.AddRange(CrossChecks.Of(options));
        }

        return new SettingsInForce(options, origins, listenerOrigins, problems);
    }

    private static void Apply(SettingEntry entry, ServerOptions options, Dictionary<string, string> origins, List<string> problems)
    {
        if (SettingsTable.Find(entry.Path) is not { } setting)
        {
            problems.Add(entry.Problem(Unknown(entry.Path)));
        }
        else if (entry.Value is null || !setting.TryRead(entry.Value.Trim(), options))
        {
            problems.Add((entry with { Path = setting.Path }).Problem($"expected {setting.Expected}"));
        }
        else
        {
            origins[setting.Path] = entry.Origin;
        }
    }

    private static string Unknown(string path)
    {
        var group = SettingsTable.All.FirstOrDefault(setting => setting.Path.StartsWith(path + ".", StringComparison.OrdinalIgnoreCase));
        if (group is not null)
        {
            return $"this is a group of settings, such as {group.Path}";
        }

        var dot = path.LastIndexOf('.');
        if (dot > 0 && SettingsTable.Find(path[..dot]) is { } single)
        {
            return $"{single.Path} is no group; expected {single.Expected}";
        }

        var nearest = NearestName.Of(path, SettingsTable.All.Select(setting => setting.Path).Append(ListenerSettings.Path));
        return nearest is null
            ? "there is no such setting; confab serve --print-config lists them all"
            : $"there is no such setting; did you mean {nearest}?";
    }

    // The items of a JSON list (or of variables that count them) are one value to a setting that takes a list.
    private static IEnumerable<SettingEntry> JoinLists(IReadOnlyList<SettingEntry> entries)
    {
        var lists = new Dictionary<string, List<SettingEntry>>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            var dot = entry.Path.LastIndexOf('.');
            if (dot > 0
                && int.TryParse(entry.Path.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
                && SettingsTable.Find(entry.Path[..dot]) is { } list)
            {
                if (!lists.TryGetValue(list.Path, out var items))
                {
                    lists.Add(list.Path, items = []);
                }

                items.Add(entry);
            }
            else
            {
                yield return entry;
            }
        }

        foreach (var (path, items) in lists)
        {
            yield return new SettingEntry(path, string.Join(',', items.Select(item => item.Value)), items[0].Origin);
        }
    }
}
