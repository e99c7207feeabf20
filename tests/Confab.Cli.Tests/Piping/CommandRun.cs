using System.CommandLine;

namespace Confab.Cli.Tests.Piping;

/// <summary>A command run as a shell would, with its output caught.</summary>
internal sealed class CommandRun
{
    private readonly SignalWriter _output = new();
    private readonly SignalWriter _error = new();

    public CommandRun(Command command, string[] arguments, CancellationToken? stop = null)
    {
        var parsed = new RootCommand { command }.Parse([command.Name, .. arguments]);
        Code = parsed.InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error }, stop ?? Cancel);
    }

    public string Output => _output.Text;

    public string Error => _error.Text;

    /// <summary>The exit code, when the command has ended.</summary>
    public Task<int> Code { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Waits until so many lines were written.</summary>
    public Task<string[]> OutputLinesAsync(int count) => _output.LinesAsync(count, Cancel);

    public Task<string[]> ErrorLinesAsync(int count) => _error.LinesAsync(count, Cancel);
}
