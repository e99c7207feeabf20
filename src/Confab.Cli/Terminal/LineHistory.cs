namespace Confab.Cli.Terminal;

/// <summary>The lines entered before, walked with the arrow keys. The line half typed before the walk began waits at its lower end.</summary>
/// <param name="capacity">How many lines are kept; the oldest goes first.</param>
internal sealed class LineHistory(int capacity)
{
    private readonly List<string> _lines = [];
    private int _place;
    private string _draft = "";

    /// <summary>Remembers an entered line and ends the walk. Empty lines and repetitions of the last line are not kept.</summary>
    public void Add(string line)
    {
        if (line.Length > 0 && (_lines.Count == 0 || _lines[^1] != line))
        {
            _lines.Add(line);
            if (_lines.Count > capacity)
            {
                _lines.RemoveAt(0);
            }
        }

        _place = _lines.Count;
        _draft = "";
    }

    /// <summary>The next older line; null when there is none.</summary>
    /// <param name="current">The text in the editor: the draft, when the walk begins here.</param>
    public string? Older(string current)
    {
        if (_place == 0)
        {
            return null;
        }

        if (_place == _lines.Count)
        {
            _draft = current;
        }

        return _lines[--_place];
    }

    /// <summary>The next younger line, at last the draft; null when the walk is over.</summary>
    public string? Younger()
    {
        if (_place == _lines.Count)
        {
            return null;
        }

        return ++_place == _lines.Count ? _draft : _lines[_place];
    }
}
