using System.Globalization;

namespace Confab.Server.Configuration.Sources;

/// <summary>The settings on the command line.</summary>
internal static class FlagSource
{
    /// <summary>Gathers the flags; what cannot be understood becomes a problem.</summary>
    /// <param name="listen">The values of <c>--listen</c>.</param>
    /// <param name="flags">What the flags of single settings say.</param>
    /// <param name="assignments">The values of <c>--set</c>.</param>
    /// <param name="problems">Takes the problems.</param>
    public static SettingSource Read(
        IReadOnlyList<string> listen, IReadOnlyList<SettingEntry> flags, IReadOnlyList<string> assignments, List<string> problems)
    {
        var entries = new List<SettingEntry>(flags);
        var index = 0;
        foreach (var door in listen)
        {
            var origin = $"--listen {door}";
            if (!ListenFlag.TryParse(door, out var parts))
            {
                problems.Add(new SettingEntry("--listen", door, "command line").Problem($"expected {ListenFlag.Expected}"));
                continue;
            }

            var path = string.Create(CultureInfo.InvariantCulture, $"{ListenerSettings.Path}.{index++}.");
            entries.Add(new SettingEntry(path + "dialect", parts.Dialect, origin));
            AddGiven(path + "address", parts.Address);
            AddGiven(path + "port", parts.Port);
            AddGiven(path + "tls", parts.Tls ? "true" : null);

            void AddGiven(string name, string? value)
            {
                if (value is not null)
                {
                    entries.Add(new SettingEntry(name, value, origin));
                }
            }
        }

        foreach (var assignment in assignments)
        {
            var equals = assignment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                problems.Add(new SettingEntry("--set", assignment, "command line").Problem("expected path=value, such as limits.sessions=500"));
                continue;
            }

            entries.Add(new SettingEntry(assignment[..equals].Trim(), assignment[(equals + 1)..], "--set"));
        }

        return new SettingSource(entries, ReplacesListeners: listen.Count > 0);
    }
}
