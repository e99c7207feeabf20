using System.CommandLine;
using Confab.Cli.Chatting;
using Confab.Protocols.Control;
using Confab.Server.Control;

namespace Confab.Cli.Administration;

/// <summary>What one command of administration does with the server, with a status for scripts.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="control">The way to the server.</param>
internal sealed class ControlErrand(ParseResult parsed, IControl control)
{
    public TextWriter Output => parsed.InvocationConfiguration.Output;

    public TextWriter Error => parsed.InvocationConfiguration.Error;

    /// <summary>Runs an errand.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">Which server.</param>
    /// <param name="run">What to do.</param>
    /// <param name="mayCreate">True for what may come before the server's first start.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<int> RunAsync(
        ParseResult parsed, ControlOptions options, Func<ControlErrand, Task<int>> run, bool mayCreate, CancellationToken cancellation)
    {
        if (options.Read(parsed) is not { } settings)
        {
            return ExitCode.Usage;
        }

        try
        {
            await using var control = await ControlRoute.OpenAsync(settings, mayCreate, TimeProvider.System, cancellation);
            return await run(new ControlErrand(parsed, control));
        }
        catch (ControlLostException lost)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"confab: {lost.Message}");
            return ExitCode.NoConnection;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Refused;
        }
    }

    /// <summary>Asks; what was refused is told, and the result is then null.</summary>
    public async Task<ControlReply?> AskAsync(ControlCommand command)
    {
        var reply = await control.AskAsync(command);
        if (reply.Ok || reply.Confirm is not null)
        {
            return reply;
        }

        await Error.WriteLineAsync($"confab: {reply.Text}");
        return null;
    }

    /// <summary>Asks, and says one line when it is done.</summary>
    public async Task<int> DoAsync(ControlCommand command, string done)
    {
        if (await AskAsync(command) is null)
        {
            return ExitCode.Refused;
        }

        await Output.WriteLineAsync(done);
        return ExitCode.Done;
    }
}
