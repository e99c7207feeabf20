using System.Globalization;
using System.Threading.Channels;

namespace Confab.Cli.Terminal;

/// <summary>
/// A screen on which showing never waits, for a server: where the terminal stands still (text selected in a Windows console, a
/// stalled remote session, a pipe nobody reads), lines collect up to a bound, and beyond it they are counted instead of shown.
/// </summary>
/// <param name="screen">The screen that shows the lines; disposed with this one.</param>
/// <param name="time">Measures the patience at the end.</param>
/// <param name="capacity">How many lines wait at most.</param>
internal sealed class BacklogScreen(IScreen screen, TimeProvider time, int capacity = 1000) : IScreen
{
    private const int LinesPerFrame = 100;

    // What a terminal that stands still may cost the end of the process.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly TextRun[] s_onlyWake = [];

    private readonly Lock _gate = new();
    private readonly Channel<TextRun[]> _backlog = Channel.CreateBounded<TextRun[]>(capacity);
    private Task? _showing;
    private string? _newPrompt;
    private long _notShown;

    public ColorDepth Colors => screen.Colors;

    public CancellationToken InputEnded => screen.InputEnded;

    public void SetPrompt(string prompt)
    {
        Volatile.Write(ref _newPrompt, prompt);

        // A full backlog needs no waking: the prompt changes with the next lines.
        _backlog.Writer.TryWrite(s_onlyWake);
        StartShowing();
    }

    public void WriteLine(string line) => WriteLine(new TextRun(line));

    public void WriteLine(params ReadOnlySpan<TextRun> runs)
    {
        if (!_backlog.Writer.TryWrite([.. runs, "\n"]))
        {
            Interlocked.Increment(ref _notShown);
        }

        StartShowing();
    }

    public Task<string?> ReadLineAsync(CancellationToken cancellationToken) => screen.ReadLineAsync(cancellationToken);

    /// <summary>Shows what waits, for a second at most; a terminal that still stands still is left as it is.</summary>
    public async ValueTask DisposeAsync()
    {
        _backlog.Writer.TryComplete();
        try
        {
            await (_showing ?? Task.CompletedTask).WaitAsync(s_patience, time);
        }
        catch (TimeoutException)
        {
            return;
        }

        await screen.DisposeAsync();
    }

    private void StartShowing()
    {
        if (_showing is not null)
        {
            return;
        }

        lock (_gate)
        {
            // A thread of its own, since it may stand still for as long as the terminal does.
            _showing ??= Task.Factory.StartNew(
                ShowAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        }
    }

    private async Task ShowAsync()
    {
        var frame = new List<TextRun>();
        while (await _backlog.Reader.WaitToReadAsync())
        {
            for (var lines = 0; lines < LinesPerFrame && _backlog.Reader.TryRead(out var line); lines++)
            {
                frame.AddRange(line);
            }

            if (Interlocked.Exchange(ref _newPrompt, null) is { } prompt)
            {
                screen.SetPrompt(prompt);
            }

            Show(frame);
            frame.Clear();
        }
    }

    private void Show(List<TextRun> frame)
    {
        if (_backlog.Reader.Count == 0 && Interlocked.Exchange(ref _notShown, 0) is > 0 and var count)
        {
            frame.Add(string.Create(CultureInfo.InvariantCulture, $"({count} lines not shown: the terminal took them too slowly)"));
            frame.Add("\n");
        }

        if (frame.Count > 0)
        {
            // The last line end is the one WriteLine adds.
            frame.RemoveAt(frame.Count - 1);
            screen.WriteLine([.. frame]);
        }
    }
}
