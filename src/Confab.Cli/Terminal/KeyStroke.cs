namespace Confab.Cli.Terminal;

/// <summary>
/// A key as the line editor reads it. Terminals send a control key as a character, Windows as a key with a modifier:
/// both come out the same here.
/// </summary>
internal readonly record struct KeyStroke(ConsoleKey Key, bool Control, bool Alt, bool Shift, char Character)
{
    public static KeyStroke From(ConsoleKeyInfo info)
    {
        var control = info.Modifiers.HasFlag(ConsoleModifiers.Control);
        var alt = info.Modifiers.HasFlag(ConsoleModifiers.Alt);
        var shift = info.Modifiers.HasFlag(ConsoleModifiers.Shift);
        var (key, isControlLetter) = KeyOf(info, control && !alt);

        // AltGr arrives as Ctrl+Alt with the character it wrote. What Alt alone is pressed with is a command and not text.
        var isText = !char.IsControl(info.KeyChar) && control == alt;
        return new KeyStroke(key, control || isControlLetter, alt, shift, isText ? info.KeyChar : '\0');
    }

    private static (ConsoleKey Key, bool IsControlLetter) KeyOf(ConsoleKeyInfo info, bool controlOnly) => info.KeyChar switch
    {
        '\r' or '\n' => (ConsoleKey.Enter, false),
        '\t' => (ConsoleKey.Tab, false),
        '\b' or '\x7f' => (ConsoleKey.Backspace, false),
        >= '\x01' and <= '\x1a' => (ConsoleKey.A + info.KeyChar - 1, true),
        '\0' when controlOnly && info.Key is ConsoleKey.H => (ConsoleKey.Backspace, false),
        _ => (info.Key, false),
    };
}
