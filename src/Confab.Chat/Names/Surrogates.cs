namespace Confab.Chat.Names;

/// <summary>Well-formedness of UTF-16, which normalisation and encoding insist on.</summary>
internal static class Surrogates
{
    /// <summary>
    /// The place of the first half of a surrogate pair without its second, or the second without its first; -1 when there is none.
    /// </summary>
    public static int IndexOfLone(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var next = text[index..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                return -1;
            }

            index += next;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return index;
            }

            index++;
        }

        return -1;
    }
}
