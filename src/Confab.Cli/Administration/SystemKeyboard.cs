using System.Text;

namespace Confab.Cli.Administration;

/// <summary>The keyboard, or the standard input, of this process.</summary>
internal sealed class SystemKeyboard : IKeyboard
{
    public bool IsInteractive => !Console.IsInputRedirected;

    public ConsoleKeyInfo ReadKey()
    {
        // Otherwise it would end the process in the middle of a prompt, and leave the cursor there.
        Console.TreatControlCAsInput = true;
        try
        {
            return Console.ReadKey(intercept: true);
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    public string? ReadLine()
    {
        if (IsInteractive)
        {
            return Console.ReadLine();
        }

        // A pipe is UTF-8 here, whatever the terminal of this machine speaks.
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return input.ReadLine();
    }
}
