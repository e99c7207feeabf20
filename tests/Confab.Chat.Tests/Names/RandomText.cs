using System.Text;

namespace Confab.Chat.Tests.Names;

/// <summary>
/// Seeded random text that leans towards what breaks code handling text: marks, lone surrogates, controls, other directions,
/// ligatures.
/// </summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "tom", "Zoë", "ß", "Σ", "ς", "İ", "ı", "ﬁ", "ﷺ", "ﷲ", "Ａ", "1", "0", "rn", "vv", "-", ".", "_", "|", "[", "#", ":", ",", " ",
        "\t", "\n", "\r", "\r\n", "\0", "\u001B[31m", "\u007F", "\u0085", "\u009F", "\u00A0", "\u2028", "\u2029",
        "\u200D", "\u200F", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
        "\u0301", "\u0307", "\u0345", "\u0334", "\u20E0", "\u3099", "\uD800", "\uDC00", "😀", "\U000E0041", "\uFE0F", "\uFFFE",
        "שלום", "محمد", "٣", "नि", "မြို့", "한", "\u1100\u1161\u11A8", "田中", "カ", "\U0001D5AD", "\u0958", "\uE000", "\u0378",
    ];

    public static string Make(Random random)
    {
        var text = new StringBuilder();
        var count = random.Next(0, 24);
        for (var piece = 0; piece < count; piece++)
        {
            _ = random.Next(4) switch
            {
                0 => text.Append((char)random.Next(0x10000)),
                1 => text.Append((char)random.Next(0x20, 0x500)),
                _ => text.Append(Pieces[random.Next(Pieces.Length)]),
            };
        }

        return text.ToString();
    }
}
