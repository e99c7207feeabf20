using System.Globalization;
using System.Text;

namespace Confab.Cli.Tests.Terminal;

/// <summary>
/// A terminal window of unlimited height: interprets the escape sequences the screen uses and refuses all others. Measures
/// each code point alone, as simple terminals do, so it disagrees with the screen about joined emoji.
/// </summary>
internal sealed class VirtualScreen(int columns)
{
    private List<Row> _rows = [new()];
    private int _columns = columns;
    private int _row;
    private int _column;
    private (int Row, int Column) _saved;
    private bool _wraps = true;

    /// <summary>The rows as a reader sees them, │ standing where the cursor is.</summary>
    public string Picture => string.Join('\n', _rows.Take(LastRow + 1).Select((row, place) => row.Show(place == _row ? _column : null)));

    private int LastRow => Math.Max(_row, _rows.FindLastIndex(row => row.Cells.Exists(cell => cell != " ")));

    public void Write(string output)
    {
        for (var place = 0; place < output.Length;)
        {
            switch (output[place])
            {
                case '\e':
                    place = Obey(output, place + 1);
                    break;
                case '\r':
                    _column = 0;
                    place++;
                    break;
                case '\n':
                    MoveDown();
                    place++;
                    break;
                case '\t':
                    _column = Math.Min(_columns - 1, (_column / 8 * 8) + 8);
                    place++;
                    break;
                default:
                    var rune = Rune.GetRuneAt(output, place);
                    Put(rune);
                    place += rune.Utf16SequenceLength;
                    break;
            }
        }
    }

    /// <summary>Gives the window another width; rows that no longer fit are broken, broken rows that fit again are joined.</summary>
    public void Resize(int columns)
    {
        var rows = new List<Row>();
        var (cursorRow, cursorColumn) = (0, 0);
        for (var place = 0; place < _rows.Count;)
        {
            var line = new List<string>();
            int? cursor = null;
            bool continues;
            do
            {
                cursor = place == _row ? line.Count + _column : cursor;
                line.AddRange(_rows[place].Cells);
                continues = _rows[place++].Continues;
            }
            while (continues);

            var first = rows.Count;
            rows.AddRange(line.Chunk(columns).DefaultIfEmpty([]).Select(cells => new Row { Cells = [.. cells], Continues = true }));
            rows[^1].Continues = false;
            if (cursor is { } at)
            {
                // Behind a full last row the cursor waits on it.
                cursorRow = Math.Min(first + (at / columns), rows.Count - 1);
                cursorColumn = at - ((cursorRow - first) * columns);
            }
        }

        (_rows, _row, _column, _columns) = (rows, cursorRow, Math.Min(cursorColumn, columns), columns);
    }

    private int Obey(string output, int place)
    {
        var end = output[place] == '[' ? output.AsSpan(place + 1).IndexOfAnyInRange('@', '~') + place + 2 : place + 1;
        var sequence = output[place..end];
        switch (sequence)
        {
            case "7":
                _saved = (_row, _column);
                break;
            case "8":
                (_row, _column) = _saved;
                break;
            case "[?7l":
                _wraps = false;
                break;
            case "[?7h":
                _wraps = true;
                break;
            case "[H":
                (_row, _column) = (0, 0);
                break;
            case "[2J":
                _rows.ForEach(row => row.Cells.Clear());
                break;
            case "[J":
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                _rows[_row].CutAt(_column);
                break;
            case [.., 'A']:
                _row = Math.Max(0, _row - int.Parse(sequence.AsSpan(1, sequence.Length - 2), CultureInfo.InvariantCulture));
                break;
            case [.., 'm']:
                break;
            default:
                throw new InvalidOperationException($"The terminal was sent ESC {sequence}, which this one does not know.");
        }

        return end;
    }

    private void Put(Rune rune)
    {
        if (Rune.IsControl(rune))
        {
            throw new InvalidOperationException($"The control character U+{rune.Value:X4} reached the terminal.");
        }

        var width = Width(rune);
        if (width == 0)
        {
            _rows[_row].Join(_column, rune);
            return;
        }

        if (_column + width > _columns)
        {
            if (_wraps)
            {
                _rows[_row].Continues = true;
                MoveDown();
                _column = 0;
            }
            else
            {
                _column = Math.Max(0, _columns - width);
            }
        }

        _rows[_row].Put(_column, rune, width);
        _column += width;
    }

    private void MoveDown()
    {
        _row++;
        if (_row == _rows.Count)
        {
            _rows.Add(new Row());
        }
    }

    private static int Width(Rune rune) => rune.Value switch
    {
        0x200D => 0,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark => 0,
        (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) => 2,
        _ => 1,
    };

    private sealed class Row
    {
        // One entry for each column; the second half of a wide character is empty.
        public List<string> Cells { get; init; } = [];

        public bool Continues { get; set; }

        public void Put(int column, Rune rune, int width)
        {
            while (Cells.Count < column + width)
            {
                Cells.Add(" ");
            }

            Cells[column] = rune.ToString();
            if (width == 2)
            {
                Cells[column + 1] = "";
            }
        }

        public void Join(int column, Rune rune)
        {
            var cell = Cells.FindLastIndex(Math.Min(column, Cells.Count) - 1, text => text.Length > 0);
            Cells[cell] += rune.ToString();
        }

        public void CutAt(int column)
        {
            Cells.RemoveRange(Math.Min(column, Cells.Count), Math.Max(0, Cells.Count - column));
            Continues = false;
        }

        public string Show(int? cursor)
        {
            if (cursor is not { } column)
            {
                return string.Concat(Cells).TrimEnd();
            }

            var left = string.Concat(Cells.Take(column)) + new string(' ', Math.Max(0, column - Cells.Count));
            return left + "│" + string.Concat(Cells.Skip(column)).TrimEnd();
        }
    }
}
