using System.Globalization;
using Confab.Server.Configuration.Sources;

namespace Confab.Server.Configuration;

/// <summary>
/// Gathers what the sources say about doors. A higher source may change one word of a door that a lower one describes
/// (<c>CONFAB__LISTENERS__0__PORT</c>), so a door is complete only when all have spoken.
/// </summary>
internal sealed class ListenerDrafts(List<string> problems)
{
    private readonly SortedDictionary<int, Dictionary<string, SettingEntry>> _drafts = [];
    private SettingEntry? _emptyList;

    /// <summary>Forgets all doors named so far.</summary>
    public void Clear()
    {
        _drafts.Clear();
        _emptyList = null;
    }

    /// <summary>Takes an entry that is about a door; false for any other.</summary>
    public bool TryTake(SettingEntry entry)
    {
        var parts = entry.Path.Split('.');
        if (!parts[0].Equals(ListenerSettings.Path, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        if (parts.Length == 1 && string.IsNullOrEmpty(entry.Value))
        {
            _emptyList = entry;
        }
        else if (parts.Length != 3 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            problems.Add(entry.Problem("expected a list of doors, each like {\"dialect\": \"relay\", \"port\": 12000}"));
        }
        else
        {
            Take(entry, index, parts[2]);
        }

        return true;
    }

    /// <summary>Makes the doors, and says where each was named.</summary>
    public IReadOnlyDictionary<ListenerOptions, string> Build(ServerOptions options)
    {
        var origins = new Dictionary<ListenerOptions, string>();
        if (_drafts.Count == 0)
        {
            if (_emptyList is { } empty)
            {
                problems.Add(empty.Problem("expected at least one door; leave it out for the default doors"));
            }

            return origins;
        }

        foreach (var (index, draft) in _drafts)
        {
            if (Make(index, draft) is { } listener)
            {
                origins.Add(listener, draft["dialect"].Origin);
            }
        }

        options.Listeners = [.. origins.Keys];
        return origins;
    }

    private void Take(SettingEntry entry, int index, string name)
    {
        if (ListenerSettings.All.FirstOrDefault(setting => setting.Path.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } setting)
        {
            var nearest = NearestName.Of(name, ListenerSettings.All.Select(setting => setting.Path));
            var all = string.Join(", ", ListenerSettings.All.Select(setting => setting.Path));
            problems.Add(entry.Problem(nearest is null
                ? $"a door has no such setting; there are {all}"
                : $"a door has no such setting; did you mean {nearest}?"));
            return;
        }

        if (!_drafts.TryGetValue(index, out var draft))
        {
            draft = new Dictionary<string, SettingEntry>(StringComparer.Ordinal);
            _drafts.Add(index, draft);
        }

        draft[setting.Path] = entry with
        {
            Path = string.Create(CultureInfo.InvariantCulture, $"{ListenerSettings.Path}.{index}.{setting.Path}"),
        };
    }

    private ListenerOptions? Make(int index, Dictionary<string, SettingEntry> draft)
    {
        if (!draft.TryGetValue("dialect", out var dialect))
        {
            var some = draft.Values.First();
            var path = string.Create(CultureInfo.InvariantCulture, $"{ListenerSettings.Path}.{index}.dialect");
            problems.Add($"{path} ({some.Origin}): this door has no dialect; expected {ListenerSettings.All[0].Expected}");
            return null;
        }

        var listener = new ListenerOptions();
        var valid = true;
        foreach (var setting in ListenerSettings.All)
        {
            if (!draft.TryGetValue(setting.Path, out var entry))
            {
                continue;
            }

            if (entry.Value is null || !setting.TryRead(entry.Value.Trim(), listener))
            {
                problems.Add(entry.Problem($"expected {setting.Expected}"));
                valid = false;
            }
            else if (ListenerSettings.OnlyFor(setting.Path) is { } only && listener.Dialect != only)
            {
                problems.Add(entry.Problem($"only a door of the dialect {only} has this setting; this door's is '{dialect.Value}'"));
                valid = false;
            }
        }

        return valid ? listener : null;
    }
}
