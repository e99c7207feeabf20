namespace Confab.Cli.Terminal;

/// <summary>
/// The line being typed: turns keys into text, with the editing keys of the usual shells, a history, and completion by Tab.
/// Draws nothing. Not safe for several threads at once.
/// </summary>
/// <param name="maxLength">The most UTF-16 units a line may have; what is typed beyond them is ignored.</param>
/// <param name="historyLength">How many entered lines the arrow keys lead back to.</param>
/// <param name="completion">What Tab offers; without it Tab does nothing.</param>
internal sealed class LineEditor(int maxLength = 4096, int historyLength = 200, WordCompletion? completion = null)
{
    private readonly LineBuffer _line = new(maxLength);
    private readonly LineHistory _history = new(historyLength);
    private readonly KillBuffer _killed = new();
    private CompletionCycle? _cycle;
    private char _highSurrogate;

    public string Text => _line.Text;

    /// <summary>The place of the cursor in <see cref="Text"/>, in UTF-16 units.</summary>
    public int Cursor => _line.Cursor;

    /// <summary>The line that was entered last.</summary>
    public string Entered { get; private set; } = "";

    public EditOutcome Press(ConsoleKeyInfo info)
    {
        var stroke = KeyStroke.From(info);
        if (stroke.Key == ConsoleKey.Tab)
        {
            return Changed(Complete(stroke.Shift));
        }

        _cycle = null;
        var cut = Cut(stroke);
        if (cut is not null)
        {
            return Changed(cut.Value);
        }

        _killed.Break();
        if (stroke.Key == ConsoleKey.Enter)
        {
            return Enter();
        }

        if (stroke.Character != '\0')
        {
            return Changed(Type(stroke.Character));
        }

        return stroke switch
        {
            { Control: true, Key: ConsoleKey.C } => EditOutcome.EndOfInput,
            { Control: true, Key: ConsoleKey.D } when Text.Length == 0 => EditOutcome.EndOfInput,
            { Control: true, Key: ConsoleKey.L } => EditOutcome.ClearScreen,
            { Control: true, Key: ConsoleKey.Y } => Changed(_killed.Text.Length > 0 && _line.Insert(_killed.Text)),
            { Control: true, Key: ConsoleKey.P } or { Key: ConsoleKey.UpArrow } => Changed(Recall(_history.Older(Text))),
            { Control: true, Key: ConsoleKey.N } or { Key: ConsoleKey.DownArrow } => Changed(Recall(_history.Younger())),
            _ => Changed(Erase(stroke) || Move(stroke)),
        };
    }

    private static EditOutcome Changed(bool changed) => changed ? EditOutcome.Changed : EditOutcome.Unchanged;

    private EditOutcome Enter()
    {
        Entered = Text;
        _history.Add(Entered);
        _line.Set("");
        return EditOutcome.Entered;
    }

    private bool Recall(string? line)
    {
        if (line is null)
        {
            return false;
        }

        _line.Set(line);
        return true;
    }

    private bool Type(char character)
    {
        // A character beyond the first 65,536 comes as two keys; it goes in as a whole or not at all.
        var high = _highSurrogate;
        _highSurrogate = '\0';
        if (char.IsHighSurrogate(character))
        {
            _highSurrogate = character;
            return false;
        }

        if (char.IsLowSurrogate(character))
        {
            return high != '\0' && _line.Insert(string.Concat(new([high]), new([character])));
        }

        return TerminalText.IsShowable(new(character)) && _line.Insert(character.ToString());
    }

    private bool Complete(bool backwards)
    {
        if (_cycle is null && completion is not null)
        {
            var start = _line.StartOfWord(Cursor);
            var candidates = completion(Text[..start], Text[start..Cursor]);
            _cycle = candidates.Count == 0 ? null : new CompletionCycle(candidates, start, Cursor);
        }

        return _cycle?.Turn(_line, backwards) ?? false;
    }

    // The keys that keep what they take out for Ctrl+Y; null when it is none of them, false when there was nothing to take.
    private bool? Cut(KeyStroke stroke)
    {
        int? end = stroke switch
        {
            { Control: true, Alt: false, Key: ConsoleKey.U } => 0,
            { Control: true, Alt: false, Key: ConsoleKey.K } => Text.Length,
            { Control: true, Alt: false, Key: ConsoleKey.W } or { Alt: true, Key: ConsoleKey.Backspace } => _line.PreviousWord,
            { Alt: true, Control: false, Key: ConsoleKey.D } => _line.NextWord,
            _ => null,
        };
        if (end is null)
        {
            return null;
        }

        if (end == Cursor)
        {
            return false;
        }

        var leftOfCursor = end < Cursor;
        _killed.Keep(leftOfCursor ? _line.Remove(end.Value, Cursor) : _line.Remove(Cursor, end.Value), leftOfCursor);
        return true;
    }

    private bool Erase(KeyStroke stroke)
    {
        var (start, end) = stroke switch
        {
            { Key: ConsoleKey.Backspace } => (_line.PreviousGrapheme, Cursor),
            { Key: ConsoleKey.Delete } or { Control: true, Key: ConsoleKey.D } => (Cursor, _line.NextGrapheme),
            _ => (Cursor, Cursor),
        };
        return start != end && _line.Remove(start, end).Length > 0;
    }

    private bool Move(KeyStroke stroke) => stroke switch
    {
        { Key: ConsoleKey.LeftArrow, Control: true } or { Key: ConsoleKey.LeftArrow or ConsoleKey.B, Alt: true } =>
            _line.MoveTo(_line.PreviousWord),
        { Key: ConsoleKey.RightArrow, Control: true } or { Key: ConsoleKey.RightArrow or ConsoleKey.F, Alt: true } =>
            _line.MoveTo(_line.NextWord),
        { Key: ConsoleKey.LeftArrow } or { Key: ConsoleKey.B, Control: true } => _line.MoveTo(_line.PreviousGrapheme),
        { Key: ConsoleKey.RightArrow } or { Key: ConsoleKey.F, Control: true } => _line.MoveTo(_line.NextGrapheme),
        { Key: ConsoleKey.Home } or { Key: ConsoleKey.A, Control: true } => _line.MoveTo(0),
        { Key: ConsoleKey.End } or { Key: ConsoleKey.E, Control: true } => _line.MoveTo(Text.Length),
        _ => false,
    };
}
