using System.Text;

namespace Confab.Cli.Terminal;

/// <summary>Gives a nickname the same colour in every session and on every machine.</summary>
internal static class NicknameColor
{
    // Of the fixed colours, those with a contrast of at least 3.4 : 1 both to black and to white, thinned to what can be told apart.
    private static readonly byte[] s_many = [27, 28, 30, 32, 62, 64, 65, 94, 96, 99, 100, 127, 129, 130, 133, 160, 162, 165, 166, 168];

    // Blue and yellow are left out: on common themes the one drowns in black and the other in white.
    private static readonly byte[] s_few = [1, 2, 5, 6];

    /// <summary>The colour of the nickname, upper and lower case alike; null where there are no colours.</summary>
    public static TextColor? Of(string nickname, ColorDepth depth) => depth switch
    {
        ColorDepth.TwoHundredFiftySix => new TextColor(Pick(s_many, nickname)),
        ColorDepth.Sixteen => new TextColor(Pick(s_few, nickname)),
        _ => null,
    };

    private static byte Pick(byte[] palette, string nickname) => palette[Hash(nickname) % (uint)palette.Length];

    // FNV-1a; the hash of string differs from process to process.
    private static uint Hash(string nickname)
    {
        var hash = 2166136261u;
        foreach (var rune in nickname.EnumerateRunes())
        {
            hash = (hash ^ (uint)Rune.ToUpperInvariant(rune).Value) * 16777619u;
        }

        // The low bits of FNV are weak for short names; fold the high ones in.
        return hash ^ (hash >> 16);
    }
}
