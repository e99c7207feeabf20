using Confab.Server.Hosting;
using Microsoft.Extensions.Logging;

namespace Confab.Server.Logging;

/// <summary>Shows warnings and worse on the operator's screen; the rest the operator sees anyway, in the words of each dialect.</summary>
internal sealed class TerminalLogging(IOperatorTerminal terminal) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            terminal.WriteLine($"! {formatter(state, exception)}{(exception is null ? "" : $" {exception.GetType().Name}: {exception.Message}")}");
        }
    }

    public void Dispose()
    {
        // The terminal is closed by whoever opened it.
    }
}
