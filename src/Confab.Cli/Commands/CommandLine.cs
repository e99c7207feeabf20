using System.CommandLine;
using System.CommandLine.Invocation;

namespace Confab.Cli.Commands;

/// <summary>Runs what the command line asks for.</summary>
internal static class CommandLine
{
    /// <summary>The status of a command line that cannot be understood, as it is in shells and of wrong settings.</summary>
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> arguments)
    {
        var asked = root.Parse(arguments);
        if (asked.Action is not ParseErrorAction)
        {
            return await asked.InvokeAsync();
        }

        foreach (var problem in asked.Errors)
        {
            await Console.Error.WriteLineAsync($"confab: {problem.Message}");
        }

        await Console.Error.WriteLineAsync("confab --help lists the commands, and confab COMMAND --help what each takes.");
        return WrongUsage;
    }
}
