using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace Confab.Cli.Terminal;

/// <summary>
/// The terminal of this process. Takes over the keyboard with the first key asked for; .NET puts the terminal's own modes back
/// when the process ends, however it does.
/// </summary>
internal sealed class SystemTerminal : ITerminal
{
    private const int UsualColumns = 80;

    // Keys pasted faster than they are read; beyond it the paste waits in the terminal.
    private const int KeysAhead = 4096;

    // A terminal that was taken away gives empty keys without end; nobody types as many.
    private const int EmptyKeysOfDeadTerminal = 16;

    private readonly Channel<ConsoleKeyInfo> _keys = Channel.CreateUnbounded<ConsoleKeyInfo>();
    private readonly SemaphoreSlim _room = new(KeysAhead);
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly Lock _gate = new();
    private readonly Stream _output = Stream.Null;
    private readonly WindowsConsole? _windows;
    private Thread? _reading;
    private bool _ended;

    public SystemTerminal()
    {
        var onWindows = OperatingSystem.IsWindows();
        var someoneThere = !Console.IsInputRedirected && !Console.IsOutputRedirected
            && TerminalEnvironment.ObeysEscapes(Environment.GetEnvironmentVariable, onWindows);
        if (someoneThere && onWindows)
        {
            _windows = WindowsConsole.TryPrepare();
            someoneThere = _windows is not null;
        }

        if (!someoneThere)
        {
            return;
        }

        IsInteractive = true;
        Colors = TerminalEnvironment.ColorsOf(Environment.GetEnvironmentVariable, onWindows);
        _output = Console.OpenStandardOutput();
        if (!onWindows)
        {
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Resized?.Invoke(this, EventArgs.Empty)));
            _signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ => Resized?.Invoke(this, EventArgs.Empty)));
        }
    }

    public event EventHandler? Resized;

    public bool IsInteractive { get; }

    public ColorDepth Colors { get; }

    public int Columns
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and var columns ? columns : UsualColumns;
            }
            catch (IOException)
            {
                return UsualColumns;
            }
        }
    }

    public async ValueTask<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellationToken)
    {
        StartReading();
        while (await _keys.Reader.WaitToReadAsync(cancellationToken))
        {
            if (TryReadKey(out var key))
            {
                return key;
            }
        }

        return null;
    }

    public bool TryReadKey(out ConsoleKeyInfo key)
    {
        if (!_keys.Reader.TryRead(out key))
        {
            return false;
        }

        _room.Release();
        return true;
    }

    public void Write(string frame)
    {
        lock (_gate)
        {
            try
            {
                _output.Write(Console.OutputEncoding.GetBytes(frame));
                _output.Flush();
            }
            catch (IOException)
            {
                // The window was closed.
                _keys.Writer.TryComplete();
            }
        }
    }

    public void EndInput()
    {
        lock (_gate)
        {
            if (_reading is not null && !_ended)
            {
                _ended = true;
                TakeControlC(false);
            }
        }
    }

    public void Dispose()
    {
        EndInput();
        _signals.ForEach(signal => signal.Dispose());
        _signals.Clear();
        _windows?.Restore();
    }

    private static void TakeControlC(bool take)
    {
        try
        {
            Console.TreatControlCAsInput = take;
        }
        catch (IOException)
        {
            // The terminal was taken away, and its Ctrl+C with it.
        }
    }

    private void StartReading()
    {
        lock (_gate)
        {
            if (_reading is null)
            {
                TakeControlC(true);
                _reading = new Thread(ReadAhead) { IsBackground = true, Name = "confab keys" };
                _reading.Start();
            }
        }
    }

    private void ReadAhead()
    {
        try
        {
            for (var empty = 0; !_ended && empty < EmptyKeysOfDeadTerminal;)
            {
                var key = Console.ReadKey(intercept: true);
                empty = key == default ? empty + 1 : 0;
                _room.Wait();
                _keys.Writer.TryWrite(key);
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // The terminal was taken away.
        }

        _keys.Writer.TryComplete();
    }
}
