using Confab.Server.Configuration;

namespace Confab.Server.Tests.Configuration;

/// <summary>Reads settings as a start would, from a directory of the test's own.</summary>
internal sealed class Settings : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("confab-settings-").FullName;
    private readonly Dictionary<string, string> _environment = [];
    private readonly List<string> _listen = [];
    private readonly List<(string, string, string)> _flags = [];
    private readonly List<string> _assignments = [];
    private string? _named;

    public static SettingsInForce From(Action<Settings> write)
    {
        using var settings = new Settings();
        write(settings);
        return settings.Read();
    }

    public void File(string json, string name = "confab.json") => System.IO.File.WriteAllText(Path.Combine(_directory, name), json);

    public void Named(string file) => _named = file;

    public void Variable(string name, string value) => _environment[name] = value;

    public void Listen(params string[] doors) => _listen.AddRange(doors);

    public void Flag(string flag, string setting, string value) => _flags.Add((flag, setting, value));

    public void Set(string assignment) => _assignments.Add(assignment);

    public SettingsInForce Read() => SettingsReader.Read(new SettingsInput
    {
        ConfigFile = _named,
        WorkingDirectory = _directory,
        Environment = _environment,
        Listen = _listen,
        Flags = _flags,
        Assignments = _assignments,
    });

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
