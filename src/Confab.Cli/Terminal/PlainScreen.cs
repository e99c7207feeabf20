using System.Text;
using System.Threading.Channels;

namespace Confab.Cli.Terminal;

/// <summary>
/// The screen without a terminal, for pipes and files: no prompt, no colours, no escape sequences. Output waits for its reader,
/// as in any pipe; a reader that has gone away takes the rest of the output with it.
/// </summary>
internal sealed class PlainScreen(TextReader input, TextWriter output) : IScreen
{
    // The input is read ahead by a thread of its own, since reading a pipe or a terminal blocks.
    private const int LinesAhead = 64;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _inputEnded = new();
    private readonly Channel<string> _lines = Channel.CreateBounded<string>(LinesAhead);
    private readonly SemaphoreSlim _room = new(LinesAhead);
    private Thread? _reading;
    private bool _readerLeft;

    public ColorDepth Colors => ColorDepth.None;

    public CancellationToken InputEnded => _inputEnded.Token;

    public void SetPrompt(string prompt)
    {
        // Nobody is there to be prompted.
    }

    public void WriteLine(string line) => WriteLine(new TextRun(line));

    public void WriteLine(params ReadOnlySpan<TextRun> runs)
    {
        var line = new StringBuilder();
        foreach (var run in runs)
        {
            TerminalText.AppendClean(line, run.Text);
        }

        line.Append('\n');
        lock (_gate)
        {
            if (_readerLeft)
            {
                return;
            }

            try
            {
                output.Write(line);
                output.Flush();
            }
            catch (IOException)
            {
                _readerLeft = true;
            }
        }
    }

    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        StartReading();
        while (await _lines.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_lines.Reader.TryRead(out var line))
            {
                _room.Release();
                return line;
            }
        }

        return null;
    }

    public async ValueTask DisposeAsync() => await _inputEnded.CancelAsync();

    private void StartReading()
    {
        lock (_gate)
        {
            if (_reading is null)
            {
                _reading = new Thread(ReadAhead) { IsBackground = true, Name = "confab input" };
                _reading.Start();
            }
        }
    }

    private void ReadAhead()
    {
        try
        {
            while (input.ReadLine() is { } line)
            {
                _room.Wait(InputEnded);
                _lines.Writer.TryWrite(line);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The input broke off or is no longer wanted: either way it ends here.
        }

        _lines.Writer.TryComplete();
        _inputEnded.Cancel();
    }
}
