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

    /// <param name="format">How its lines look.</param>
    /// <param name="terminal">Where the operator sits; null for nowhere.</param>
    /// <param name="output">Where to, without a terminal; null for standard output.</param>
    public static ILoggerFactory Create(LogFormat format, IOperatorTerminal? terminal, Stream? output = null) => LoggerFactory.Create(builder =>
    {
        if (terminal is not null)
        {
            builder.AddProvider(new TerminalLogging(terminal));
            return;
        }

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

        // How a line looks is the library's, and how it is written our own.
        builder.ClearProviders();
        var name = format == LogFormat.Json ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple;
        builder.Services.AddSingleton<ILoggerProvider>(services => new LogOutput(
            services.GetServices<ConsoleFormatter>().Single(formatter => formatter.Name == name), output ?? Console.OpenStandardOutput()));
    });
}
