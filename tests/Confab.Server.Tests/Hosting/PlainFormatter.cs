using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Confab.Server.Tests.Hosting;

/// <summary>A log whose lines are their texts.</summary>
internal sealed class PlainFormatter() : ConsoleFormatter("plain")
{
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter) =>
        textWriter.Write(logEntry.Formatter(logEntry.State, logEntry.Exception) + "\n");
}
