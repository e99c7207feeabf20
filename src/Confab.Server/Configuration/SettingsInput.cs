namespace Confab.Server.Configuration;

/// <summary>Where settings are read from.</summary>
public sealed record SettingsInput
{
    /// <summary>The configuration file that was named; null: <c>confab.json</c>, where there is one.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>What relative file names are seen from.</summary>
    public string WorkingDirectory { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The values of <c>--listen</c>, in order.</summary>
    public IReadOnlyList<string> Listen { get; init; } = [];

    /// <summary>Flags that stand for one setting: the flag, the setting's name, the value.</summary>
    public IReadOnlyList<(string Flag, string Setting, string Value)> Flags { get; init; } = [];

    /// <summary>The values of <c>--set</c>, in order, such as <c>limits.sessions=500</c>.</summary>
    public IReadOnlyList<string> Assignments { get; init; } = [];
}
