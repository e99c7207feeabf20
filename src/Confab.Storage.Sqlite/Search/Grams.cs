using System.Text;

namespace Confab.Storage.Sqlite.Search;

/// <summary>
/// The tokens of the index. At every character (code point) of a word stands the token of that character and the two after it,
/// or of what is left of the word: <c>TEA</c> has TEA, EA and A. So any part of a word is found: three characters or more as the
/// tokens in it, two or one as the beginning of a token (docs/decisions/0003-search-index.md). Texts and words come folded.
/// </summary>
internal static class Grams
{
    private const int Length = 3;

    // A space to people and to char.IsWhiteSpace, so in no word, but a letter to the tokenizer.
    private const char RoomMark = '\u00A0';

    /// <summary>The token that every entry of a room has, whatever its text.</summary>
    public static string OfRoom(long room) => $"{RoomMark}{room}";

    /// <summary>All tokens of an entry, apart by spaces.</summary>
    public static string OfEntry(string foldedText, long room)
    {
        var tokens = new StringBuilder(foldedText.Length * (Length + 1) + 16);
        tokens.Append(OfRoom(room));
        for (var start = 0; start < foldedText.Length; start = Next(foldedText, start))
        {
            var end = End(foldedText, start, out _);
            if (end > start)
            {
                tokens.Append(' ').Append(foldedText, start, end - start);
            }
        }

        return tokens.ToString();
    }

    /// <summary>
    /// The tokens that every text with this part of a word has; a short one is only the beginning of a token. Empty for white space.
    /// </summary>
    public static IEnumerable<(string Token, bool IsWhole)> OfWord(string folded)
    {
        for (var start = 0; start < folded.Length; start = Next(folded, start))
        {
            var end = End(folded, start, out var characters);
            var isBeginning = start == 0 || Separates(folded[start - 1]);
            if (characters == Length || (characters > 0 && isBeginning))
            {
                yield return (folded[start..end], characters == Length);
            }
        }
    }

    private static int End(string text, int start, out int characters)
    {
        var end = start;
        for (characters = 0; characters < Length && end < text.Length && !Separates(text[end]); characters++)
        {
            end = Next(text, end);
        }

        return end;
    }

    private static int Next(string text, int at) => at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);

    // The tokenizer of the index stops at control characters and at the space; they are in no token here either.
    private static bool Separates(char character) => char.IsWhiteSpace(character) || char.IsControl(character);
}
