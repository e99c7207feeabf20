using System.Globalization;

namespace Confab.Cli.Terminal;

/// <summary>One row to draw: what stands before the cursor and what behind it.</summary>
internal readonly record struct ArrangedRow(string BeforeCursor, string BehindCursor)
{
    /// <summary>In which row below its first the cursor stands after a window that became narrower broke this row into several.</summary>
    public int RowsAboveCursor(int columns)
    {
        var (rows, used) = (0, 0);
        for (var place = 0; place < BeforeCursor.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(BeforeCursor, place);
            var width = DisplayWidth.OfGrapheme(BeforeCursor.AsSpan(place, length));
            if (used + width > columns)
            {
                (rows, used) = (rows + 1, 0);
            }

            used += width;
            place += length;
        }

        // A cursor behind a full row waits there, unless it stands on a character that went down.
        return used == columns && BehindCursor.Length > 0 ? rows + 1 : rows;
    }
}
