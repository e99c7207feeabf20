using System.Globalization;

namespace Confab.Cli.Terminal;

/// <summary>
/// The text being typed and the place of the cursor in it, counted in UTF-16 units. The cursor moves by grapheme
/// cluster: what a reader takes for one character is never cut by it.
/// </summary>
/// <param name="maxLength">The most UTF-16 units the text may have.</param>
internal sealed class LineBuffer(int maxLength)
{
    public string Text { get; private set; } = "";

    public int Cursor { get; private set; }

    public int PreviousGrapheme
    {
        get
        {
            var start = 0;
            for (var next = 0; next < Cursor; next += StringInfo.GetNextTextElementLength(Text, next))
            {
                start = next;
            }

            return start;
        }
    }

    public int NextGrapheme
    {
        get
        {
            // From the beginning, since a character put between two others may have joined them around the cursor.
            var end = 0;
            while (end <= Cursor && end < Text.Length)
            {
                end += StringInfo.GetNextTextElementLength(Text, end);
            }

            return end;
        }
    }

    /// <summary>The start of the word before the cursor; words stand between white space.</summary>
    public int PreviousWord
    {
        get
        {
            var place = Cursor;
            while (place > 0 && char.IsWhiteSpace(Text[place - 1]))
            {
                place--;
            }

            return StartOfWord(place);
        }
    }

    /// <summary>The end of the word after the cursor.</summary>
    public int NextWord
    {
        get
        {
            var place = Cursor;
            while (place < Text.Length && char.IsWhiteSpace(Text[place]))
            {
                place++;
            }

            while (place < Text.Length && !char.IsWhiteSpace(Text[place]))
            {
                place++;
            }

            return place;
        }
    }

    /// <summary>Where the run of non-blank characters that ends at a place begins.</summary>
    public int StartOfWord(int end)
    {
        while (end > 0 && !char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Moves the cursor; false when it stands there already.</summary>
    public bool MoveTo(int place)
    {
        if (place == Cursor)
        {
            return false;
        }

        Cursor = place;
        return true;
    }

    /// <summary>Puts text at the cursor, which ends up behind it; false, and nothing done, when it has no room.</summary>
    public bool Insert(string text) => Replace(Cursor, Cursor, text);

    /// <summary>Takes out what stands between two places and puts text there, the cursor behind it; false when it has no room.</summary>
    public bool Replace(int start, int end, string text)
    {
        if (Text.Length - (end - start) + text.Length > maxLength)
        {
            return false;
        }

        Text = string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(end));
        Cursor = start + text.Length;
        return true;
    }

    /// <summary>Takes out what stands between two places and returns it; the cursor stands in the gap.</summary>
    public string Remove(int start, int end)
    {
        var removed = Text[start..end];
        Text = Text.Remove(start, end - start);
        Cursor = start;
        return removed;
    }

    /// <summary>Replaces all of the text and puts the cursor at its end.</summary>
    public void Set(string text)
    {
        Text = text;
        Cursor = text.Length;
    }
}
