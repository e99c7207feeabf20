using System.Globalization;
using Confab.Cli.Chatting;
using Confab.Client;
using Confab.Client.Events;
using Confab.Client.Json;

namespace Confab.Cli.Piping;

/// <summary><c>confab say</c>: puts lines into a room and is done when the server has them all in its history.</summary>
/// <param name="options">Where to, and under which name.</param>
/// <param name="room">The room.</param>
/// <param name="patience">How long the server may stay away; zero: for ever.</param>
/// <param name="error">Where complaints go.</param>
internal sealed class SayJob(ChatClientOptions options, string room, TimeSpan patience, TextWriter error)
{
    /// <summary>Lines that were read and are not acknowledged: enough to keep a distant server busy.</summary>
    private const int MostUnderWay = 256;

    private readonly SemaphoreSlim _underWay = new(MostUnderWay);
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _gate = new();
    private long _refused;
    private int? _end;

    /// <summary>Says all lines.</summary>
    /// <param name="lines">The lines; null in place of one that is too long.</param>
    /// <param name="stop">The user gives up.</param>
    /// <returns>An exit code: done only if every line is in the history.</returns>
    public async Task<int> RunAsync(IAsyncEnumerable<string?> lines, CancellationToken stop)
    {
        ChatClient client;
        try
        {
            client = await ChatClient.ConnectAsync(options, stop);
        }
        catch (Exception exception) when (Failure.IsExpected(exception))
        {
            return Failure.Explain(exception, error);
        }

        using var stopping = stop.UnsafeRegister(static over => ((CancellationTokenSource)over!).Cancel(), _over);
        var watching = WatchAsync(client);
        try
        {
            await client.JoinAsync(room, cancellationToken: _over.Token);
            await SayAllAsync(client, lines);
            await client.QuitAsync(cancellationToken: CancellationToken.None);
        }
        catch (Exception exception) when (Failure.IsExpected(exception))
        {
            if (exception is not OperationCanceledException)
            {
                Complain(exception.Message);
            }

            _end ??= ExitCode.Refused;
            await client.DisposeAsync();
        }

        await watching;
        return _end ?? (_refused == 0 ? ExitCode.Done : ExitCode.Refused);
    }

    private async Task SayAllAsync(ChatClient client, IAsyncEnumerable<string?> lines)
    {
        var number = 0L;
        await foreach (var line in lines.WithCancellation(_over.Token))
        {
            number++;
            if (line is null)
            {
                Refuse(number, string.Create(CultureInfo.InvariantCulture, $"it is longer than {InputLines.Longest} bytes; split it."));
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                await _underWay.WaitAsync(_over.Token);
                _ = SayAsync(client, line, number);
            }
        }

        for (var i = 0; i < MostUnderWay; i++)
        {
            await _underWay.WaitAsync(_over.Token);
        }
    }

    private async Task SayAsync(ChatClient client, string line, long number)
    {
        try
        {
            await client.SayAsync(room, line, cancellationToken: _over.Token);
        }
        catch (Exception exception) when (Failure.IsExpected(exception))
        {
            Refuse(number, exception is OperationCanceledException ? "it was given up before the server had it." : exception.Message);
        }

        _underWay.Release();
    }

    // The events must be read in any case; of all that happens, only the connection is of interest here.
    private async Task WatchAsync(ChatClient client)
    {
        var clock = options.Reconnect.Clock;
        var lostAt = 0L;
        await foreach (var happened in client.ReadEventsAsync(CancellationToken.None))
        {
            if (ConnectionNews.Line(happened) is { } news)
            {
                Complain(news.TrimStart('*', ' '));
            }

            switch (happened)
            {
                case ConnectionLost:
                    lostAt = clock.GetTimestamp();
                    break;
                case Reconnecting when patience > TimeSpan.Zero && clock.GetElapsedTime(lostAt) > patience:
                    Complain(string.Create(CultureInfo.InvariantCulture, $"the server has been away for {patience.TotalSeconds} s; giving up."));
                    await EndAsync(ExitCode.NoConnection);
                    break;
                case RoomLost or Ended { ByServer: true }:
                    await EndAsync(ExitCode.Refused);
                    break;
                default:
                    break;
            }
        }
    }

    private Task EndAsync(int code)
    {
        _end ??= code;
        return _over.CancelAsync();
    }

    private void Refuse(long number, string why)
    {
        Interlocked.Increment(ref _refused);
        Complain(string.Create(CultureInfo.InvariantCulture, $"line {number} was not said: {why}"));
    }

    private void Complain(string what)
    {
        lock (_gate)
        {
            error.WriteLine($"confab say: {what}");
        }
    }
}
