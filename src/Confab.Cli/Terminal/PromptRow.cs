using System.Globalization;

namespace Confab.Cli.Terminal;

/// <summary>
/// Lays the prompt and the line being typed out in one row of the window. A line that is too long for it is shown around the
/// cursor; &lt; and &gt; stand where it goes on. Remembers how far it was scrolled, so that the text stands still while the cursor
/// moves within what is shown.
/// </summary>
internal sealed class PromptRow
{
    private const int LeastRoomForMarks = 8;
    private readonly List<int> _ends = [];
    private int _first;

    public ArrangedRow Arrange(string prompt, string text, int cursor, int columns)
    {
        // The last column stays free: the cursor behind the text has its place there.
        var room = columns - 1;
        if (room <= 0)
        {
            return new ArrangedRow("", "");
        }

        var shownPrompt = Fit(prompt, room / 2);
        room -= DisplayWidth.Of(shownPrompt);
        var atCursor = Split(text, cursor);
        var marks = room >= LeastRoomForMarks;
        var last = Scroll(text, atCursor, room, marks);
        var (start, end) = (StartOf(_first), StartOf(last));
        var left = shownPrompt + (marks && _first > 0 ? "<" : "") + text[start..cursor];
        return new ArrangedRow(left, text[cursor..end] + (marks && last < _ends.Count ? ">" : ""));
    }

    // A prompt never takes more than half of the row.
    private static string Fit(string prompt, int room)
    {
        if (DisplayWidth.Of(prompt) <= room)
        {
            return prompt;
        }

        var end = 0;
        for (var columns = 0; end < prompt.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(prompt, end);
            columns += DisplayWidth.OfGrapheme(prompt.AsSpan(end, length));
            if (columns > room - 1)
            {
                break;
            }

            end += length;
        }

        return room < 2 ? "" : prompt[..end] + "~";
    }

    // Notes where the grapheme clusters of the text end and returns how many of them are before the cursor, which may stand within one.
    private int Split(string text, int cursor)
    {
        _ends.Clear();
        AddEnds(text.AsSpan(0, cursor), 0);
        var atCursor = _ends.Count;
        AddEnds(text.AsSpan(cursor), cursor);
        return atCursor;
    }

    private void AddEnds(ReadOnlySpan<char> text, int offset)
    {
        while (!text.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            offset += length;
            _ends.Add(offset);
            text = text[length..];
        }
    }

    // Makes sure that the cursor is in sight; returns the first cluster that no longer is.
    private int Scroll(string text, int atCursor, int room, bool marks)
    {
        var last = LastShown(text, 0, room, marks: false);
        if (last == _ends.Count)
        {
            _first = 0;
            return last;
        }

        if (_first < _ends.Count)
        {
            last = LastShown(text, _first, room, marks);
            var hidesLeft = _first > 0 && atCursor <= _first;
            var hidesRight = atCursor > last || (atCursor == last && last < _ends.Count);
            if (!hidesLeft && !hidesRight)
            {
                return last;
            }
        }

        // Half of the row stays as context to the left.
        _first = atCursor;
        for (var columns = 0; _first > 0; _first--)
        {
            columns += Width(text, _first - 1);
            if (columns > room / 2)
            {
                break;
            }
        }

        return Math.Max(atCursor, LastShown(text, _first, room, marks));
    }

    private int LastShown(string text, int first, int room, bool marks)
    {
        var columns = marks && first > 0 ? 1 : 0;
        var last = first;
        while (last < _ends.Count)
        {
            columns += Width(text, last);
            var mark = marks && last + 1 < _ends.Count ? 1 : 0;
            if (columns + mark > room)
            {
                break;
            }

            last++;
        }

        return last;
    }

    private int StartOf(int cluster) => cluster == 0 ? 0 : _ends[cluster - 1];

    private int Width(string text, int cluster) => DisplayWidth.OfGrapheme(text.AsSpan(StartOf(cluster).._ends[cluster]));
}
