using System.Text;

namespace Confab.Cli.Administration;

/// <summary>
/// Asks for a new password: twice at a terminal, without showing it, since nobody sees a slip; or one line of the standard input. Never as an argument,
/// which everybody on the machine could read.
/// </summary>
internal sealed class PasswordPrompt(IKeyboard keyboard, TextWriter screen)
{
    private const char ControlC = '\x03';
    private const char ControlU = '\x15';

    /// <summary>Reads the password; null, with the reason told, where there is none.</summary>
    /// <param name="name">Whose it is to be.</param>
    /// <param name="fromInput">True to take the first line of the standard input.</param>
    public string? Read(string name, bool fromInput)
    {
        if (fromInput)
        {
            return keyboard.ReadLine() is { Length: > 0 } line ? line : Refuse("There is no password on the standard input; give it as its first line.");
        }

        if (!keyboard.IsInteractive)
        {
            return Refuse("There is no terminal to ask for the password. Give it as the first line of the standard input, with --password-stdin.");
        }

        if (Ask($"New password of {name}: ") is not { } password)
        {
            return Refuse("Nothing was changed.");
        }

        if (password.Length == 0)
        {
            return Refuse("The password is empty. Give one of at least one character.");
        }

        return Ask("The same again: ") == password ? password : Refuse("The two are not the same. Nothing was changed.");
    }

    private string? Refuse(string problem)
    {
        screen.WriteLine($"confab: {problem}");
        return null;
    }

    // Null where it was given up.
    private string? Ask(string prompt)
    {
        screen.Write(prompt);
        screen.Flush();
        var typed = new StringBuilder();
        while (true)
        {
            var key = keyboard.ReadKey();
            switch (key)
            {
                case { KeyChar: ControlC }:
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }:
                    screen.WriteLine();
                    return null;
                case { Key: ConsoleKey.Enter }:
                    screen.WriteLine();
                    return typed.ToString();
                case { Key: ConsoleKey.Backspace }:
                    RemoveLast(typed);
                    break;
                case { KeyChar: ControlU }:
                    typed.Clear();
                    break;
                case { KeyChar: >= ' ' }:
                    typed.Append(key.KeyChar);
                    break;
            }
        }
    }

    private static void RemoveLast(StringBuilder typed)
    {
        if (typed.Length > 0)
        {
            var isPair = typed.Length > 1 && char.IsSurrogatePair(typed[^2], typed[^1]);
            typed.Length -= isPair ? 2 : 1;
        }
    }
}
