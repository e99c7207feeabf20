using System.Text;

namespace Confab.Cli.Terminal;

/// <summary>The screen of this process: prompted where somebody sits at a terminal, plain where the streams lead elsewhere.</summary>
internal static class SystemScreen
{
    // A byte order mark in front of the output would be a character of the first line to whoever reads the pipe.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Takes the terminal until it is disposed.</summary>
    public static IScreen Open(ScreenOptions options)
    {
        var terminal = new SystemTerminal();
        if (terminal.IsInteractive)
        {
            return new PromptedScreen(terminal, options);
        }

        terminal.Dispose();
        return OpenPlain();
    }

    /// <summary>Plain lines whatever the streams are: UTF-8 in pipes and files, the terminal's own encoding on a terminal.</summary>
    public static IScreen OpenPlain()
    {
        var input = Console.IsInputRedirected ? new StreamReader(Console.OpenStandardInput(), s_utf8) : Console.In;
        var output = Console.IsOutputRedirected ? new StreamWriter(Console.OpenStandardOutput(), s_utf8) : Console.Out;
        return new PlainScreen(input, output);
    }
}
