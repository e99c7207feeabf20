namespace Confab.Cli.Tests.Terminal;

/// <summary>Keys as .NET reports them from a Unix terminal: text, or a key by name.</summary>
internal sealed class Keys
{
    public static readonly Keys Enter = new(new ConsoleKeyInfo('\r', ConsoleKey.Enter, false, false, false));
    public static readonly Keys Tab = new(new ConsoleKeyInfo('\t', ConsoleKey.Tab, false, false, false));
    public static readonly Keys BackTab = new(new ConsoleKeyInfo('\0', ConsoleKey.Tab, true, false, false));
    public static readonly Keys Backspace = new(new ConsoleKeyInfo('\x7f', ConsoleKey.Backspace, false, false, false));
    public static readonly Keys Left = Named(ConsoleKey.LeftArrow);
    public static readonly Keys Right = Named(ConsoleKey.RightArrow);
    public static readonly Keys Up = Named(ConsoleKey.UpArrow);
    public static readonly Keys Down = Named(ConsoleKey.DownArrow);
    public static readonly Keys Home = Named(ConsoleKey.Home);
    public static readonly Keys End = Named(ConsoleKey.End);
    public static readonly Keys Delete = Named(ConsoleKey.Delete);

    private Keys(params ConsoleKeyInfo[] infos) => Infos = infos;

    public IReadOnlyList<ConsoleKeyInfo> Infos { get; }

    public static implicit operator Keys(string text) => new([.. text.Select(OfCharacter)]);

    public static Keys Ctrl(char letter) =>
        new(new ConsoleKeyInfo((char)(char.ToUpperInvariant(letter) & 0x1F), KeyOf(letter), false, false, true));

    public static Keys Ctrl(ConsoleKey key) => new(new ConsoleKeyInfo('\0', key, false, false, true));

    public static Keys Alt(char letter) => new(new ConsoleKeyInfo(letter, KeyOf(letter), false, true, false));

    public static Keys Alt(ConsoleKey key) => new(new ConsoleKeyInfo('\0', key, false, true, false));

    /// <summary>A character written with AltGr, as Windows reports it.</summary>
    public static Keys AltGr(char character) => new(new ConsoleKeyInfo(character, ConsoleKey.Q, false, true, true));

    private static Keys Named(ConsoleKey key) => new(new ConsoleKeyInfo('\0', key, false, false, false));

    private static ConsoleKeyInfo OfCharacter(char character) => character switch
    {
        '\n' => new('\r', ConsoleKey.Enter, false, false, false),
        _ when char.IsAsciiLetter(character) => new(character, KeyOf(character), char.IsAsciiLetterUpper(character), false, false),
        _ => new(character, ConsoleKey.None, false, false, false),
    };

    private static ConsoleKey KeyOf(char letter) => ConsoleKey.A + (char.ToUpperInvariant(letter) - 'A');
}
