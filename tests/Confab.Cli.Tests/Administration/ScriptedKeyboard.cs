using Confab.Cli.Administration;

namespace Confab.Cli.Tests.Administration;

/// <summary>Somebody who types this, or a pipe that brings it.</summary>
internal sealed class ScriptedKeyboard(string input, bool isInteractive = true) : IKeyboard
{
    private int _next;

    public bool IsInteractive => isInteractive;

    public ConsoleKeyInfo ReadKey()
    {
        var typed = input[_next++];
        var key = typed switch
        {
            '\n' => ConsoleKey.Enter,
            '\b' => ConsoleKey.Backspace,
            _ => ConsoleKey.None,
        };
        return new ConsoleKeyInfo(typed, key, shift: false, alt: false, control: char.IsControl(typed) && key == ConsoleKey.None);
    }

    public string? ReadLine() => input.Length == 0 ? null : input.Split('\n')[0];
}
