using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

public sealed class TerminalEnvironmentTests
{
    [Theory]
    [InlineData("TERM=xterm-256color", ColorDepth.TwoHundredFiftySix)]
    [InlineData("TERM=xterm COLORTERM=truecolor", ColorDepth.TwoHundredFiftySix)]
    [InlineData("TERM=linux", ColorDepth.Sixteen)]
    [InlineData("TERM=dumb COLORTERM=truecolor", ColorDepth.None)]
    [InlineData("", ColorDepth.None)]
    [InlineData("TERM=xterm-256color NO_COLOR=1", ColorDepth.None)]
    [InlineData("TERM=xterm-256color NO_COLOR=", ColorDepth.TwoHundredFiftySix)]
    internal void The_environment_says_how_many_colours_there_are(string variables, ColorDepth colors) =>
        Assert.Equal(colors, TerminalEnvironment.ColorsOf(Variables(variables), isWindows: false));

    [Theory]
    [InlineData("", ColorDepth.TwoHundredFiftySix)]
    [InlineData("NO_COLOR=1", ColorDepth.None)]
    internal void Windows_sets_no_TERM(string variables, ColorDepth colors) =>
        Assert.Equal(colors, TerminalEnvironment.ColorsOf(Variables(variables), isWindows: true));

    private static Func<string, string?> Variables(string text)
    {
        var variables = text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(assignment => assignment.Split('='))
            .ToDictionary(parts => parts[0], parts => parts[1]);
        return name => variables.GetValueOrDefault(name);
    }
}
