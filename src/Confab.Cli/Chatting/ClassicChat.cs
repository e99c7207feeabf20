using Confab.Cli.Terminal;
using Confab.Client.Classic;
using Confab.Client.Events;

namespace Confab.Cli.Chatting;

/// <summary>A person (or a pipe) chatting in a classic dialect: lines go out as that dialect has them, and what comes is shown as it comes.</summary>
/// <param name="session">The session, which is ended at the end.</param>
/// <param name="screen">Where lines are typed and shown.</param>
/// <param name="isTerminal">Somebody sits there, who can type a line again.</param>
internal sealed class ClassicChat(DialectSession session, IScreen screen, bool isTerminal)
{
    private readonly CancellationTokenSource _over = new();
    private readonly SemaphoreSlim _connected = new(0, 1);

    /// <summary>Chats until the person leaves, the input ends or the server says goodbye.</summary>
    /// <param name="stop">Ends it at once.</param>
    /// <returns>An exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var stopping = stop.UnsafeRegister(static over => ((CancellationTokenSource)over!).Cancel(), _over);
        var showing = ShowAsync();
        try
        {
            string? line;
            while ((line = await screen.ReadLineAsync(_over.Token)) is not null && !session.IsGoodbye(line))
            {
                await TypeAsync(line);
            }

            await session.LeaveAsync(line);
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            await session.DisposeAsync();
        }

        await showing;
        return ExitCode.Done;
    }

    private async Task TypeAsync(string line)
    {
        while (!await session.TypeAsync(line, _over.Token))
        {
            if (isTerminal)
            {
                screen.WriteLine("* Not connected; that line was not sent.");
                return;
            }

            await _connected.WaitAsync(_over.Token);
        }
    }

    private async Task ShowAsync()
    {
        await foreach (var happened in session.ReadEventsAsync(CancellationToken.None))
        {
            switch (happened)
            {
                case LineShown shown:
                    screen.WriteLine(ClassicLine.Runs(shown.Text, screen.Colors));
                    break;
                case Connected { Again: true } when _connected.CurrentCount == 0:
                    screen.WriteLine("* Connected again.");
                    _connected.Release();
                    break;
                default:
                    if (ConnectionNews.Line(happened) is { } news)
                    {
                        screen.WriteLine(news);
                    }

                    break;
            }
        }

        await _over.CancelAsync();
    }
}
