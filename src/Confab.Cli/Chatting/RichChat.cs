using Confab.Cli.Terminal;
using Confab.Client;
using Confab.Client.Json;
using Confab.Protocols.Json;

namespace Confab.Cli.Chatting;

/// <summary>A person (or a pipe) chatting in the rich protocol: lines typed become commands, events become lines.</summary>
/// <param name="client">The session, which is closed at the end.</param>
/// <param name="screen">Where lines are typed.</param>
/// <param name="view">Where events are shown.</param>
/// <param name="isTerminal">Somebody sits there, who wants to see where they are and does not want to wait.</param>
internal sealed partial class RichChat(ChatClient client, IScreen screen, ChatView view, bool isTerminal)
{
    /// <summary>Lines under way that nobody has acknowledged; beyond it a pipe waits, and a person without a server too.</summary>
    private const int MostUnderWay = 256;

    /// <summary>Who leaves does not wait long for a server that does not answer.</summary>
    private static readonly TimeSpan s_longestGoodbye = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _underWay = new(MostUnderWay);
    private readonly CancellationTokenSource _over = new();
    private int _refusals;
    private bool _isLeaving;
    private string? _quitReason;

    /// <summary>Chats until the person leaves, the input ends or the server ends it.</summary>
    /// <param name="room">The room to enter first.</param>
    /// <param name="stop">Ends it at once.</param>
    /// <returns>An exit code.</returns>
    public async Task<int> RunAsync(string room, CancellationToken stop)
    {
        using var stopping = stop.UnsafeRegister(static over => ((CancellationTokenSource)over!).Cancel(), _over);
        using var leaving = isTerminal ? screen.InputEnded.UnsafeRegister(static over => Hurry(over), _over) : default;
        var showing = ShowEventsAsync();
        if (isTerminal)
        {
            view.Show($"* You are {client.Nickname}. /help lists the commands.");
        }

        await TryAsync(() => JoinAsync(room));
        try
        {
            while (!_isLeaving && await screen.ReadLineAsync(_over.Token) is { } line)
            {
                await TakeAsync(line);
            }

            await AllAcknowledgedAsync();
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // Left, or sent away.
        }

        await client.QuitAsync(_quitReason, CancellationToken.None);
        await showing;
        return _refusals == 0 || isTerminal ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Hurry(object? over) => ((CancellationTokenSource)over!).CancelAfter(s_longestGoodbye);

    private async Task ShowEventsAsync()
    {
        await foreach (var happened in client.ReadEventsAsync(CancellationToken.None))
        {
            view.Take(happened, client.Nickname);
        }

        await _over.CancelAsync();
    }

    private async Task TakeAsync(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        if (line[0] != '/' || line.StartsWith("//", StringComparison.Ordinal))
        {
            var text = line[0] == '/' ? line[1..] : line;
            await StartAsync(() => SayAsync(text, JsonKinds.Message));
            return;
        }

        if (!ChatVerbs.TryFind(line, out var verb, out var rest))
        {
            Refuse($"There is no command {line.Split(' ')[0]}. /help lists them; a message that begins with a slash needs two.");
            return;
        }

        if (!verb.Accepts(rest))
        {
            Refuse($"Usage: {verb.Usage}");
            return;
        }

        Task Run() => verb.Run(this, rest);
        await (verb.ChangesRoom ? TryAsync(Run) : StartAsync(Run));
    }

    // Does not wait for the server: the next line may be typed meanwhile. All go out in the order in which they were typed.
    private async Task StartAsync(Func<Task> act)
    {
        await _underWay.WaitAsync(_over.Token);
        _ = FinishAsync();

        async Task FinishAsync()
        {
            await TryAsync(act);
            _underWay.Release();
        }
    }

    private async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception exception) when (exception is RefusedException or ConnectionLostException)
        {
            Refuse(exception.Message);
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
    }

    private void Refuse(string why)
    {
        Interlocked.Increment(ref _refusals);
        view.Show($"! {why}");
    }

    private async Task AllAcknowledgedAsync()
    {
        for (var i = 0; i < MostUnderWay; i++)
        {
            await _underWay.WaitAsync(_over.Token);
        }
    }
}
