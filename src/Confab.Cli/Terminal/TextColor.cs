using System.Globalization;

namespace Confab.Cli.Terminal;

/// <summary>A colour of the terminal's palette: 0-15 are the user's own sixteen, 16-255 the fixed ones.</summary>
internal readonly record struct TextColor(byte Number)
{
    /// <summary>The escape sequence that returns to the user's own colours.</summary>
    public const string Reset = "\e[0m";

    /// <summary>For what stands beside the text, such as the time: a grey that is legible on dark and on light.</summary>
    public static TextColor? Quiet(ColorDepth depth) => depth == ColorDepth.TwoHundredFiftySix ? new TextColor(243) : null;

    /// <summary>The escape sequence that sets this as the colour of the text.</summary>
    public string Sequence => Number switch
    {
        < 8 => string.Create(CultureInfo.InvariantCulture, $"\e[{30 + Number}m"),
        < 16 => string.Create(CultureInfo.InvariantCulture, $"\e[{90 + Number - 8}m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\e[38;5;{Number}m"),
    };
}
