using System.Buffers;
using System.Text;
using Confab.Cli.Chatting;
using Confab.Cli.Terminal;
using Confab.Client;
using Confab.Client.Events;
using Confab.Client.Json;
using Confab.Protocols.Json;

namespace Confab.Cli.Piping;

/// <summary><c>confab listen</c>: prints what is said in a room, a line each, none missing and none twice.</summary>
/// <param name="options">Where to, and under which name.</param>
/// <param name="room">The room.</param>
/// <param name="output">Where the lines go; each is flushed.</param>
/// <param name="error">Where complaints go.</param>
internal sealed class ListenJob(ChatClientOptions options, string room, TextWriter output, TextWriter error)
{
    private readonly CancellationTokenSource _over = new();
    private long _printed;
    private int _end = ExitCode.Done;

    /// <summary>Prints JSON events instead of lines for people.</summary>
    public bool AsJson { get; init; }

    /// <summary>Ends after so many messages; 0: never.</summary>
    public long Limit { get; init; }

    /// <summary>Completes when nobody reads the output any more.</summary>
    public Func<CancellationToken, Task> Unread { get; init; } = stop => Task.Delay(Timeout.InfiniteTimeSpan, stop);

    /// <summary>The reader's time zone.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>Listens until it is stopped, the limit is reached or nobody reads the output any more.</summary>
    /// <param name="since">The number of the last message that is known; null: only what is new.</param>
    /// <param name="stop">The user has enough.</param>
    /// <returns>An exit code.</returns>
    public async Task<int> RunAsync(long? since, CancellationToken stop)
    {
        using var stopping = stop.UnsafeRegister(static over => ((CancellationTokenSource)over!).Cancel(), _over);
        ChatClient client;
        try
        {
            client = await ChatClient.ConnectAsync(options, _over.Token);
        }
        catch (Exception exception) when (Failure.IsExpected(exception))
        {
            return stop.IsCancellationRequested ? ExitCode.Done : Failure.Explain(exception, error);
        }

        var printing = PrintAsync(client);
        try
        {
            await client.JoinAsync(room, since, _over.Token);
            await Unread(_over.Token);
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // Enough.
        }
        catch (Exception exception) when (Failure.IsExpected(exception))
        {
            _end = Failure.Explain(exception, error);
        }

        await client.QuitAsync(cancellationToken: CancellationToken.None);
        await printing;
        return _end;
    }

    private async Task PrintAsync(ChatClient client)
    {
        await foreach (var happened in client.ReadEventsAsync(CancellationToken.None))
        {
            if (ConnectionNews.Line(happened) is { } news)
            {
                await error.WriteLineAsync($"confab listen: {news.TrimStart('*', ' ')}");
            }

            if (happened is ServerSaid { Event: { Number: not null } said } && !_over.IsCancellationRequested && !Print(said))
            {
                await _over.CancelAsync();
            }

            if (happened is RoomLost or Ended { ByServer: true })
            {
                _end = ExitCode.Refused;
                await _over.CancelAsync();
            }
        }
    }

    // False: that was the last one.
    private bool Print(JsonEvent said)
    {
        try
        {
            output.Write(AsJson ? Json(said) : Plain(said));
            output.Flush();
        }
        catch (IOException)
        {
            // Whoever read the pipe has gone, which is how pipes end.
            return false;
        }

        return ++_printed != Limit;
    }

    private static string Json(JsonEvent said)
    {
        var buffer = new ArrayBufferWriter<byte>();
        JsonEvent.Write(buffer, said);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private string Plain(JsonEvent said)
    {
        var text = new StringBuilder();
        foreach (var line in new MessageLines(ColorDepth.None, Zone).Of(said, said.Room))
        {
            foreach (var run in line)
            {
                TerminalText.AppendClean(text, run.Text);
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
