using System.CommandLine;
using Confab.Server.Configuration;
using Confab.Server.Hosting;

namespace Confab.Cli.Commands;

/// <summary><c>confab serve</c>: the server, in this process.</summary>
internal static class ServeCommand
{
    private static readonly Option<string?> _config = new("--config")
    {
        Description = "Read settings from this file instead of ./confab.json.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> _listen = new("--listen")
    {
        Description = "Open this door in place of the default ones, such as relay, relay=12001, relay=[::1]:12000 or, through TLS, text+tls=4443; "
            + "port 0 is any free one. May be repeated.",
        HelpName = "DIALECT[=[ADDRESS:]PORT]",
    };

    private static readonly Option<string?> _data = new("--data") { Description = "Keep the history in this directory.", HelpName = "DIR" };

    private static readonly Option<bool> _ephemeral = new("--ephemeral") { Description = "Keep the history in memory only." };

    private static readonly Option<string?> _room = new("--room") { Description = "The room that every door leads to.", HelpName = "ROOM" };

    private static readonly Option<bool> _console = new("--console") { Description = "Show the operator's console through a pipe, too." };

    private static readonly Option<string?> _logFormat = new("--log-format")
    {
        Description = "How the log is written where there is no console: text or json.",
        HelpName = "FORMAT",
    };

    private static readonly Option<string[]> _set = new("--set")
    {
        Description = "Any setting, such as limits.sessions=500. May be repeated.",
        HelpName = "PATH=VALUE",
    };

    private static readonly Option<bool> _printConfig = new("--print-config")
    {
        Description = "Show every setting in force, its default, where it came from and what it is for; then end.",
    };

    private static readonly Option<bool> _printSchema = new("--print-schema")
    {
        Description = "Show the JSON schema of the configuration file; then end.",
    };

    public static Command Create()
    {
        var command = new Command("serve", "Run the server: all doors on this machine, history in ./confab-data, and a console on a terminal.")
        {
            _config, _listen, _data, _ephemeral, _room, _console, _logFormat, _set, _printConfig, _printSchema,
        };

        // Not asynchronous: the server has its own way with signals, which the library's would disturb.
        command.SetAction(asked => Run(asked));
        return command;
    }

    private static int Run(ParseResult asked)
    {
        if (asked.GetValue(_printSchema))
        {
            Console.Out.Write(SettingsSchema.Write());
            return ServerProgram.Ok;
        }

        var settings = SettingsReader.Read(Input(asked));
        if (settings.Problems.Count > 0)
        {
            foreach (var problem in settings.Problems)
            {
                Console.Error.WriteLine($"confab: {problem}");
            }

            return ServerProgram.WrongUsage;
        }

        if (asked.GetValue(_printConfig))
        {
            Console.Out.Write(SettingsReport.Write(settings));
            return ServerProgram.Ok;
        }

        var options = settings.Options;
        Func<IOperatorTerminal>? terminal = HasConsole(options.Console) ? OperatorScreen.Open : null;
        return new ServerProgram(options, terminal, Console.Out, Console.Error).RunAsync().GetAwaiter().GetResult();
    }

    private static bool HasConsole(ConsoleMode mode) =>
        mode == ConsoleMode.On || (mode == ConsoleMode.Auto && !Console.IsInputRedirected && !Console.IsOutputRedirected);

    private static SettingsInput Input(ParseResult asked)
    {
        var flags = new List<(string Flag, string Setting, string Value)>();
        AddText(_data, "data");
        AddText(_room, "room");
        AddText(_logFormat, "logFormat");
        AddSwitch(_ephemeral, "ephemeral", on: "true", off: "false");
        AddSwitch(_console, "console", on: "on", off: "off");
        return new SettingsInput
        {
            ConfigFile = asked.GetValue(_config),
            Environment = EnvironmentVariables.Read(),
            Listen = asked.GetValue(_listen) ?? [],
            Flags = flags,
            Assignments = asked.GetValue(_set) ?? [],
        };

        void AddText(Option<string?> option, string setting)
        {
            if (asked.GetValue(option) is { } value)
            {
                flags.Add((option.Name, setting, value));
            }
        }

        void AddSwitch(Option<bool> option, string setting, string on, string off)
        {
            if (asked.GetResult(option) is { Implicit: false })
            {
                flags.Add((option.Name, setting, asked.GetValue(option) ? on : off));
            }
        }
    }
}
