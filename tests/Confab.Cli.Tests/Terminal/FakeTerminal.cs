using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Confab.Cli.Terminal;

namespace Confab.Cli.Tests.Terminal;

/// <summary>A terminal whose keys are pressed by the test and whose window the test can look at.</summary>
internal sealed class FakeTerminal(int columns = 40, ColorDepth colors = ColorDepth.None) : ITerminal
{
    private readonly Lock _gate = new();
    private readonly VirtualScreen _window = new(columns);
    private readonly List<string> _frames = [];
    private readonly Channel<IReadOnlyList<ConsoleKeyInfo>> _batches = Channel.CreateUnbounded<IReadOnlyList<ConsoleKeyInfo>>();
    private readonly Queue<ConsoleKeyInfo> _ready = [];
    private readonly ManualResetEventSlim _flows = new(initialState: true);
    private readonly TaskCompletionSource _somebodyWaits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _allTaken = new();

    public event EventHandler? Resized;

    public bool IsInteractive => true;

    public ColorDepth Colors => colors;

    public int Columns { get; private set; } = columns;

    public bool InputIsOver { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Done when somebody writes to the terminal while it stands still.</summary>
    public Task SomebodyWaits => _somebodyWaits.Task.WaitAsync(TestContext.Current.CancellationToken);

    public string Picture
    {
        get
        {
            lock (_gate)
            {
                return _window.Picture;
            }
        }
    }

    public IReadOnlyList<string> Frames
    {
        get
        {
            lock (_gate)
            {
                return [.. _frames];
            }
        }
    }

    /// <summary>Presses the keys, the characters of a string one by one, all at once as in a paste; done when each had its effect.</summary>
    public Task PressAsync(params Keys[] keys)
    {
        lock (_gate)
        {
            _allTaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Press(keys);
            return _allTaken.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Presses keys after which nobody may ask for another.</summary>
    public void Press(params Keys[] keys) => _batches.Writer.TryWrite([.. keys.SelectMany(key => key.Infos)]);

    /// <summary>The terminal is taken away.</summary>
    public void HangUp() => _batches.Writer.TryComplete();

    /// <summary>From now on whoever writes has to wait, as when text is selected in a Windows console.</summary>
    public void StandStill() => _flows.Reset();

    public void GoOn() => _flows.Set();

    /// <summary>Makes the window narrower or wider; the screen hears of it only when told.</summary>
    public void Resize(int columns, bool tell)
    {
        lock (_gate)
        {
            _window.Resize(columns);
            Columns = columns;
        }

        if (tell)
        {
            Resized?.Invoke(this, EventArgs.Empty);
        }
    }

    public async ValueTask<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellationToken)
    {
        if (TryReadKey(out var key))
        {
            return key;
        }

        IReadOnlyList<ConsoleKeyInfo>? batch;
        while (!TryTake(out batch))
        {
            if (!await _batches.Reader.WaitToReadAsync(cancellationToken))
            {
                return null;
            }
        }

        foreach (var info in batch)
        {
            _ready.Enqueue(info);
        }

        return await ReadKeyAsync(cancellationToken);
    }

    public bool TryReadKey(out ConsoleKeyInfo key) => _ready.TryDequeue(out key);

    public void Write(string frame)
    {
        if (!_flows.IsSet)
        {
            _somebodyWaits.TrySetResult();
            _flows.Wait();
        }

        lock (_gate)
        {
            _frames.Add(frame);
            _window.Write(frame);
        }
    }

    public void EndInput()
    {
        InputIsOver = true;
        _allTaken.TrySetException(new InvalidOperationException("The screen stopped to take keys before all had their effect."));
    }

    public void Dispose()
    {
        IsDisposed = true;
        _flows.Set();
    }

    // Looks and tells in one step, or a batch that comes between the two would count as taken.
    private bool TryTake([NotNullWhen(true)] out IReadOnlyList<ConsoleKeyInfo>? batch)
    {
        lock (_gate)
        {
            if (_batches.Reader.TryRead(out batch))
            {
                return true;
            }

            _allTaken.TrySetResult();
            return false;
        }
    }
}
