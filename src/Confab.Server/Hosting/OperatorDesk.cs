using Confab.Dialects.OperatorConsole;
using Confab.Engine;
using Confab.Server.Configuration;

namespace Confab.Server.Hosting;

/// <summary>Joins the operator's terminal to the console's session.</summary>
internal sealed class OperatorDesk : IDisposable
{
    private readonly IOperatorTerminal _terminal;
    private readonly OperatorConsoleSession _session;
    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OperatorDesk(IOperatorTerminal terminal, ChatEngine engine, ServerOptions options)
    {
        _terminal = terminal;
        _session = new OperatorConsoleSession(engine, options.Room, terminal.WriteLine);
    }

    /// <summary>Completes when the operator wants the server to stop.</summary>
    public Task Leaving => _leaving.Task;

    /// <summary>Begins to read what the operator types.</summary>
    public void Open() => _ = ReadAsync();

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            var token = _closing.Token;
            while (await _terminal.ReadLineAsync(token) is { } line)
            {
                if (!_session.Take(line))
                {
                    _leaving.TrySetResult();
                    return;
                }
            }

            if (_terminal.IsInteractive)
            {
                _leaving.TrySetResult();
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops for another reason.
        }
        catch (IOException)
        {
            // The input broke off: like its end. Who sat at a terminal has closed it.
            if (_terminal.IsInteractive)
            {
                _leaving.TrySetResult();
            }
        }
    }
}
