using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Confab.Server.Logging;

/// <summary>
/// Writes the log from a thread of its own, many lines at once: when a thousand come in, there are a thousand lines, and a wake and a write for each
/// would take as long as a third of their sign-on. What is worrying is written at once.
/// </summary>
internal sealed class LogOutput : ILoggerProvider
{
    private const int LeftOut = 1500;

    // So long others may join a line that nobody waits for.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan _endPatience = TimeSpan.FromMilliseconds(300);

    private readonly ConsoleFormatter _formatter;
    private readonly Stream _output;
    private readonly int _mostWaiting;
    private readonly object _sync = new();
    private readonly StringWriter _waiting = new(CultureInfo.InvariantCulture);
    private readonly Thread _thread;
    private bool _isUrgent;
    private bool _hasEnded;
    private long _leftOut;

    /// <param name="formatter">Says how a line looks.</param>
    /// <param name="output">Where to; UTF-8.</param>
    /// <param name="mostWaiting">
    /// Most characters that wait for a reader of the output; what comes when there are so many is left out, for a reader that stands still must not stop
    /// the server.
    /// </param>
    public LogOutput(ConsoleFormatter formatter, Stream output, int mostWaiting = 1 << 20)
    {
        (_formatter, _output, _mostWaiting) = (formatter, output, mostWaiting);
        _thread = new Thread(Run) { Name = "log output", IsBackground = true };
        _thread.Start();
    }

    public ILogger CreateLogger(string categoryName) => new LogCategory(this, categoryName);

    /// <summary>Takes an entry, from any thread.</summary>
    public void Take<TState>(in LogEntry<TState> entry)
    {
        lock (_sync)
        {
            if (_waiting.GetStringBuilder().Length >= _mostWaiting)
            {
                _leftOut++;
                return;
            }

            var wasEmpty = IsEmpty;
            _formatter.Write(entry, scopeProvider: null, _waiting);
            var isUrgent = entry.LogLevel >= LogLevel.Warning && !_isUrgent;
            _isUrgent |= isUrgent;
            if (wasEmpty || isUrgent)
            {
                Monitor.Pulse(_sync);
            }
        }
    }

    /// <summary>Writes what waits, as far as it is read soon.</summary>
    public void Dispose()
    {
        lock (_sync)
        {
            _hasEnded = true;
            Monitor.Pulse(_sync);
        }

        _thread.Join(_endPatience);
    }

    private bool IsEmpty => _waiting.GetStringBuilder().Length == 0;

    private void Run()
    {
        while (Next() is { } lines)
        {
            try
            {
                _output.Write(Encoding.UTF8.GetBytes(lines));
                _output.Flush();
            }
            catch (IOException)
            {
                // Nobody reads it any more.
            }
        }
    }

    private string? Next()
    {
        lock (_sync)
        {
            while (IsEmpty && !_hasEnded)
            {
                Monitor.Wait(_sync);
            }

            if (!_isUrgent && !_hasEnded)
            {
                Monitor.Wait(_sync, _pause);
            }

            if (IsEmpty)
            {
                return null;
            }

            if (_leftOut > 0)
            {
                TellLeftOut();
                _leftOut = 0;
            }

            var lines = _waiting.ToString();
            _waiting.GetStringBuilder().Clear();
            _isUrgent = false;
            return lines;
        }
    }

    private void TellLeftOut()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{_leftOut} lines of the log were left out here: what reads them is too slow.");
        var entry = new LogEntry<string>(LogLevel.Warning, "Confab.Log", LeftOut, text, exception: null, static (state, _) => state);
        _formatter.Write(entry, scopeProvider: null, _waiting);
    }
}
