using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace Confab.Cli.Terminal;

/// <summary>
/// A terminal whose lowest row holds the prompt and the line being typed, while output appears above it. Each change is
/// written as one frame: the row is erased, the output written, the row drawn again.
/// </summary>
/// <remarks>
/// The prompt appears with the first <see cref="ReadLineAsync"/>; from then on keys are read and shown also while nobody waits for a line.
/// The row cannot break into two, whatever the terminal thinks of the width of an emoji: automatic wrapping is off while it
/// is drawn, and the cursor returns to where the terminal itself put it.
/// </remarks>
internal sealed class PromptedScreen : IScreen
{
    private const string EraseToEnd = "\e[J";
    private const string ClearWindow = "\e[H\e[2J";
    private const string WrapOff = "\e[?7l";
    private const string WrapOn = "\e[?7h";
    private const string SaveCursor = "\e7";
    private const string RestoreCursor = "\e8";

    // Lines pasted faster than they are handled; beyond it the keys wait in the terminal.
    private const int WaitingLines = 256;

    private readonly Lock _gate = new();
    private readonly ITerminal _terminal;
    private readonly LineEditor _editor;
    private readonly bool _keepEnteredLines;
    private readonly PromptRow _row = new();
    private readonly StringBuilder _frame = new();
    private readonly CancellationTokenSource _inputEnded = new();
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(WaitingLines);
    private string _prompt;
    private Task? _typing;
    private bool _isShown;
    private ArrangedRow? _drawn;

    public PromptedScreen(ITerminal terminal, ScreenOptions options)
    {
        _terminal = terminal;
        _editor = new LineEditor(options.MaxLineLength, options.HistoryLength, options.Completion);
        _keepEnteredLines = options.KeepEnteredLines;
        _prompt = TerminalText.CleanRow(options.Prompt);
        InputEnded = _inputEnded.Token;
        _terminal.Resized += Redraw;
    }

    public ColorDepth Colors => _terminal.Colors;

    public CancellationToken InputEnded { get; }

    public void SetPrompt(string prompt)
    {
        lock (_gate)
        {
            _prompt = TerminalText.CleanRow(prompt);
            if (_isShown)
            {
                Show(afterErasing: null);
            }
        }
    }

    public void WriteLine(string line) => WriteLine(new TextRun(line));

    public void WriteLine(params ReadOnlySpan<TextRun> runs)
    {
        var line = new StringBuilder();
        foreach (var run in runs)
        {
            AppendRun(line, run);
        }

        line.Replace("\n", "\r\n").Append("\r\n");
        lock (_gate)
        {
            Show(line.ToString());
        }
    }

    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_typing is null && !_inputEnded.IsCancellationRequested)
            {
                _isShown = true;
                Show(afterErasing: null);
                _typing = Task.Run(TakeKeysAsync, CancellationToken.None);
            }
        }

        while (await _lines.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_lines.Reader.TryRead(out var line))
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>Takes the prompt away, so that what follows begins in an empty row, and gives the terminal back.</summary>
    public ValueTask DisposeAsync()
    {
        _terminal.Resized -= Redraw;
        End();
        _terminal.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task TakeKeysAsync()
    {
        Exception? failure = null;
        try
        {
            while (await _terminal.ReadKeyAsync(InputEnded) is { } key)
            {
                if (!await TakeAsync(key))
                {
                    break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed; End has been here.
        }
        catch (Exception e)
        {
            // A completion that throws: whoever reads lines hears of it instead of waiting for ever.
            failure = e;
        }

        End();
        _lines.Writer.TryComplete(failure);
    }

    // Takes a key and all that wait behind it, up to an entered line, and draws once. False: the user wants to leave.
    private async ValueTask<bool> TakeAsync(ConsoleKeyInfo key)
    {
        var redraw = false;
        do
        {
            switch (Press(key))
            {
                case EditOutcome.EndOfInput:
                    return false;
                case EditOutcome.Entered:
                    await _lines.Writer.WriteAsync(_editor.Entered, InputEnded);
                    return true;
                case EditOutcome.Changed:
                    redraw = true;
                    break;
                default:
                    break;
            }
        }
        while (_terminal.TryReadKey(out key));

        if (redraw)
        {
            Redraw(this, EventArgs.Empty);
        }

        return true;
    }

    private EditOutcome Press(ConsoleKeyInfo key)
    {
        lock (_gate)
        {
            var outcome = _editor.Press(key);
            if (outcome == EditOutcome.Entered)
            {
                Show(_keepEnteredLines ? _prompt + _editor.Entered + "\r\n" : null);
            }
            else if (outcome == EditOutcome.ClearScreen && _isShown)
            {
                Show(ClearWindow);
            }

            return outcome;
        }
    }

    private void Redraw(object? sender, EventArgs e)
    {
        lock (_gate)
        {
            if (_isShown)
            {
                Show(afterErasing: null);
            }
        }
    }

    private void End()
    {
        lock (_gate)
        {
            if (_isShown)
            {
                _frame.Clear();
                AppendErase(_terminal.Columns);
                _isShown = false;
                _terminal.Write(_frame.ToString());
            }

            _terminal.EndInput();
        }

        _inputEnded.Cancel();
    }

    // The one place that writes: erase the row, write what belongs above it, draw the row.
    private void Show(string? afterErasing)
    {
        var columns = _terminal.Columns;
        _frame.Clear();
        AppendErase(columns);
        _frame.Append(afterErasing);
        if (_isShown)
        {
            var row = _row.Arrange(_prompt, _editor.Text, _editor.Cursor, columns);
            _frame.Append(WrapOff).Append(row.BeforeCursor).Append(SaveCursor).Append(row.BehindCursor)
                .Append(RestoreCursor).Append(WrapOn);
            _drawn = row;
        }

        _terminal.Write(_frame.ToString());
    }

    private void AppendErase(int columns)
    {
        if (_drawn is not { } row)
        {
            return;
        }

        var rowsAbove = row.RowsAboveCursor(columns);
        if (rowsAbove > 0)
        {
            _frame.Append(CultureInfo.InvariantCulture, $"\e[{rowsAbove}A");
        }

        _frame.Append('\r').Append(EraseToEnd);
        _drawn = null;
    }

    private void AppendRun(StringBuilder line, TextRun run)
    {
        var color = _terminal.SupportsColor ? run.Color : null;
        line.Append(color?.Sequence);
        TerminalText.AppendClean(line, run.Text);
        line.Append(color is null ? null : TextColor.Reset);
    }
}
