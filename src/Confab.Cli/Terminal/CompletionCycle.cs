namespace Confab.Cli.Terminal;

/// <summary>One run of Tab presses over at least one candidate: which of them stands in the line now, and where.</summary>
/// <param name="candidates">The replacements of the word, not empty.</param>
/// <param name="start">Where the word begins.</param>
/// <param name="end">Where the word ends.</param>
internal sealed class CompletionCycle(IReadOnlyList<string> candidates, int start, int end)
{
    private int _current = -1;
    private int _end = end;

    /// <summary>Puts the next candidate (or the one before) in the place of the last; false when the line has no room for it.</summary>
    public bool Turn(LineBuffer line, bool backwards)
    {
        if (backwards)
        {
            _current = _current <= 0 ? candidates.Count - 1 : _current - 1;
        }
        else
        {
            _current = (_current + 1) % candidates.Count;
        }

        if (!line.Replace(start, _end, candidates[_current]))
        {
            return false;
        }

        _end = line.Cursor;
        return true;
    }
}
