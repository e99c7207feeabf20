using Confab.Server.Configuration;
using Confab.Server.Logging;
using Confab.Storage;

namespace Confab.Server.Hosting;

/// <summary>Runs a server as a process does: until its operator or a signal ends it, with a status for scripts.</summary>
/// <param name="options">The settings.</param>
/// <param name="terminal">Opens the operator's terminal, where there is one; null where there is none.</param>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
public sealed class ServerProgram(ServerOptions options, Func<IOperatorTerminal>? terminal, TextWriter output, TextWriter error)
{
    /// <summary>Stopped as wanted.</summary>
    public const int Ok = 0;

    /// <summary>Could not start, or was ended by a defect.</summary>
    public const int Failed = 1;

    /// <summary>What was asked cannot be understood.</summary>
    public const int WrongUsage = 2;

    private static readonly TimeSpan _screenPatience = TimeSpan.FromMilliseconds(300);

    /// <summary>Starts the server, waits for its end, and returns the exit status.</summary>
    public async Task<int> RunAsync()
    {
        using var signals = new StopSignals();
        var screen = terminal?.Invoke();
        try
        {
            using var logging = LogSetup.Create(options.LogFormat, screen);
            var server = await ConfabServer.StartAsync(options, new ServerParts { Logging = logging, Terminal = screen });
            await using (server)
            {
                using var trim = new MemoryTrim(new ProcessMemory(server), TimeProvider.System);
                if (screen is null)
                {
                    Announce(server);
                }

                if (screen is not { IsInteractive: true })
                {
                    signals.ReloadWith(server.Reload);
                }

                // The doors do not wait for it.
                _ = Task.Run(() => Rehearsal.Play(options, TimeProvider.System));
                var status = await EndAsync(server, signals);
                ServerLog.Collected(logging.CreateLogger("Confab.Server"), GC.CollectionCount(0), GC.CollectionCount(GC.MaxGeneration), GC.GetTotalPauseDuration());
                return status;
            }
        }
        catch (Exception refusal) when (refusal is ServerStartException or LogOpenException)
        {
            await CloseAsync(screen);
            screen = null;
            await error.WriteLineAsync($"confab: {refusal.Message}");
            return Failed;
        }
        finally
        {
            await CloseAsync(screen);
        }
    }

    private static async Task<int> EndAsync(ConfabServer server, StopSignals signals)
    {
        var wanted = await Task.WhenAny(server.StopWanted, signals.Wanted);
        await server.StopAsync();
        return wanted.IsFaulted ? Failed : Ok;
    }

    // A terminal that stands still does not hold up the end of the process.
    private static async Task CloseAsync(IOperatorTerminal? screen)
    {
        if (screen is not null)
        {
            await Task.WhenAny(screen.DisposeAsync().AsTask(), Task.Delay(_screenPatience));
        }
    }

    // Who reads JSON lines gets nothing else: there, the doors stand in the log.
    private void Announce(ConfabServer server)
    {
        if (options.LogFormat == LogFormat.Json)
        {
            return;
        }

        // In one piece, so that no line of the log comes between.
        output.Write(string.Concat(StartBlock.Lines(server).Select(line => line + Environment.NewLine)));
        output.Flush();
    }
}
