using System.Threading.Channels;
using Confab.Server.Hosting;

namespace Confab.Server.Tests.Hosting;

/// <summary>An operator whose lines are typed by the test, and whose screen the test reads line by line.</summary>
internal sealed class ScriptedTerminal(bool isInteractive = false) : IOperatorTerminal
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Channel<string> _shown = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _typed = Channel.CreateUnbounded<string>();

    public bool IsInteractive => isInteractive;

    public void Type(string line) => _typed.Writer.TryWrite(line);

    public void EndInput() => _typed.Writer.TryComplete();

    /// <summary>Reads the screen up to a line that satisfies the test; returns it, and forgets what stood before it.</summary>
    public async Task<string> SeesAsync(Func<string, bool> isWanted)
    {
        var seen = new List<string>();
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            while (true)
            {
                var line = await _shown.Reader.ReadAsync(patience.Token);
                seen.Add(line);
                if (isWanted(line))
                {
                    return line;
                }
            }
        }
        catch (Exception late) when (late is OperationCanceledException or ChannelClosedException)
        {
            throw new InvalidOperationException($"The wanted line did not come; shown was: {string.Join(" | ", seen)}", late);
        }
    }

    /// <summary>Reads the screen up to exactly this line.</summary>
    public Task<string> SeesAsync(string line) => SeesAsync(shown => shown == line);

    /// <summary>The next line on the screen.</summary>
    public Task<string> NextAsync() => SeesAsync(_ => true);

    public void WriteLine(string line) => _shown.Writer.TryWrite(line);

    public async Task<string?> ReadLineAsync(CancellationToken cancellation) =>
        await _typed.Reader.WaitToReadAsync(cancellation) ? await _typed.Reader.ReadAsync(cancellation) : null;

    public ValueTask DisposeAsync()
    {
        _shown.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}
