using System.CommandLine;
using Confab.Cli.Chatting;

namespace Confab.Cli.Administration;

/// <summary>Asks before something that cannot be undone.</summary>
internal static class Consent
{
    public static Option<bool> Option() => new("--yes") { Description = "Do not ask whether it is meant" };

    /// <summary>True when somebody at the terminal repeats the name; otherwise it is told that nothing was done.</summary>
    /// <param name="keyboard">Where they sit.</param>
    /// <param name="errand">What is to be done.</param>
    /// <param name="what">What will happen, as a sentence.</param>
    /// <param name="name">What they repeat.</param>
    /// <param name="status">The status where it is false.</param>
    public static bool Ask(IKeyboard keyboard, ControlErrand errand, string what, string name, out int status)
    {
        if (!keyboard.IsInteractive)
        {
            errand.Error.WriteLine($"confab: {what} There is no terminal to ask whether that is meant; if it is, add --yes.");
            status = ExitCode.Usage;
            return false;
        }

        errand.Error.WriteLine(what);
        errand.Error.Write($"Type {name} if that is meant: ");
        errand.Error.Flush();
        status = ExitCode.Refused;
        if (keyboard.ReadLine() == name)
        {
            return true;
        }

        errand.Error.WriteLine("confab: Nothing was changed.");
        return false;
    }
}
