using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Confab.Server.Logging;

/// <summary>One category of the log. What is not logged at all is decided before, by the level of the category.</summary>
internal sealed class LogCategory(LogOutput output, string name) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        output.Take(new LogEntry<TState>(logLevel, name, eventId, state, exception, formatter));
}
