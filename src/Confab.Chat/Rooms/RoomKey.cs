using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Confab.Chat.Rooms;

/// <summary>The word that one must know to enter a room. Compared exactly; only valid ones exist.</summary>
public sealed record RoomKey
{
    /// <summary>The bound in UTF-8 bytes: long enough for a random word, short enough for a list of them in one IRC line.</summary>
    public const int MaxBytes = 64;

    private RoomKey(string text) => Text = text;

    public string Text { get; }

    /// <summary>
    /// Makes a key of 1 to <see cref="MaxBytes"/> bytes. Refused are spaces, commas, control characters and a colon at the beginning: such a key
    /// could not be given when joining over IRC.
    /// </summary>
    public static bool TryCreate(string? input, [NotNullWhen(true)] out RoomKey? key, [NotNullWhen(false)] out string? problem)
    {
        var text = input ?? "";
        problem = text.Length == 0 ? "The key is empty. Give a word."
            : Encoding.UTF8.GetByteCount(text) > MaxBytes ? $"A key has at most {MaxBytes} bytes. Choose a shorter one."
            : text[0] == ':' || text.EnumerateRunes().Any(IsForbidden)
                ? "A key has no spaces, commas and control characters, and no colon at its beginning. Choose another."
            : null;
        key = problem is null ? new RoomKey(text) : null;
        return key is not null;
    }

    /// <summary>Nothing: a key is not for logs.</summary>
    public override string ToString() => "(key)";

    private static bool IsForbidden(Rune rune) =>
        rune.Value == ',' || Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune == Rune.ReplacementChar;
}
