using Confab.Server.Configuration;
using Confab.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Confab.Server.Logging;

/// <summary>Where the log goes: to standard output, or, where the operator sits there, only what is worrying to the operator's screen.</summary>
internal static class LogSetup
{
    private const string Time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";

    public static ILoggerFactory Create(LogFormat format, IOperatorTerminal? terminal) => LoggerFactory.Create(builder =>
    {
        if (terminal is not null)
        {
            builder.AddProvider(new TerminalLogging(terminal));
            return;
        }

        // A reader of the output that stands still must not stop the server: what it does not take is dropped.
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite);
        if (format == LogFormat.Json)
        {
            builder.AddJsonConsole(options =>
            {
                options.TimestampFormat = Time.TrimEnd();
                options.UseUtcTimestamp = true;
            });
        }
        else
        {
            builder.AddSimpleConsole(options =>
            {
                options.SingleLine = true;
                options.TimestampFormat = Time;
                options.UseUtcTimestamp = true;
            });
        }
    });
}
