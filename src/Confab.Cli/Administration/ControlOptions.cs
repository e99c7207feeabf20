using System.CommandLine;
using Confab.Cli.Commands;
using Confab.Server.Configuration;
using Settings = Confab.Server.Configuration.ServerOptions;

namespace Confab.Cli.Administration;

/// <summary>Which server is meant: the options that all commands of administration have.</summary>
internal sealed class ControlOptions
{
    private readonly Option<string?> _config = new("--config")
    {
        Description = "Read the server's settings from this file instead of ./confab.json",
        HelpName = "FILE",
        Recursive = true,
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "The server's data directory (default: that of its settings, or ./confab-data)",
        HelpName = "DIR",
        Recursive = true,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_config);
        command.Options.Add(_data);
    }

    /// <summary>Reads the settings; null, with the problems told, where they are wrong.</summary>
    public Settings? Read(ParseResult parsed)
    {
        var settings = SettingsReader.Read(new SettingsInput
        {
            ConfigFile = parsed.GetValue(_config),
            Environment = EnvironmentVariables.Read(),
            Flags = parsed.GetValue(_data) is { } directory ? [(_data.Name, "data", directory)] : [],
        });
        foreach (var problem in settings.Problems)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"confab: {problem}");
        }

        return settings.Problems.Count > 0 ? null : settings.Options;
    }
}
