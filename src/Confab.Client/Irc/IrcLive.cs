using System.Threading.Channels;
using Confab.Client.Events;
using Confab.Client.Irc.Rooms;
using Confab.Client.Irc.Wires;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc;

/// <summary>One connection from its greeting until it breaks.</summary>
internal sealed class IrcLive(
    IrcConnection connection,
    IrcLane lane,
    IrcRoomBook rooms,
    ChannelWriter<ClientEvent> output,
    IrcClientOptions options)
{
    private const string Closed = "the server closed the connection";

    private readonly TimeProvider _clock = options.Reconnect.Clock;
    private readonly BatchCollector _batches = new();
    private readonly List<ClientEvent> _ready = [];
    private long _timesHeard;
    private volatile bool _isListening;
    private volatile string? _goodbye;

    /// <summary>Carries commands, answers and events until the connection breaks.</summary>
    /// <param name="first">What came together with the greeting.</param>
    /// <param name="stop">Ends the connection from this side.</param>
    /// <returns>Why it broke, as the end of a sentence.</returns>
    public async Task<string> RunAsync(List<IrcMessage> first, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<string>[] parts = [ReadAsync(first, over.Token, stop), WriteAsync(over.Token), WatchAsync(over.Token)];
        var ended = await Task.WhenAny(parts);
        await over.CancelAsync();
        await Task.WhenAll(parts);
        return _goodbye ?? await ended;
    }

    private static async Task<string> UntilBrokenAsync(Func<Task<string>> part)
    {
        try
        {
            return await part();
        }
        catch (Exception exception) when (IrcConnection.IsFault(exception))
        {
            return exception.Message;
        }
        catch (OperationCanceledException)
        {
            return "the client stopped";
        }
    }

    // What was taken is shown, even if the connection breaks meanwhile: nobody would send it again.
    private Task<string> ReadAsync(List<IrcMessage> lines, CancellationToken cancellationToken, CancellationToken stop) => UntilBrokenAsync(async () =>
    {
        do
        {
            foreach (var line in lines)
            {
                if (line.Command == "ERROR")
                {
                    _goodbye = line.Parameter(0) ?? Closed;
                }

                if (_batches.Take(line) is { } unit)
                {
                    rooms.Take(unit, _ready);
                }
            }

            lines.Clear();
            foreach (var happened in _ready)
            {
                await output.WriteAsync(happened, stop);
            }

            _ready.Clear();
            if (_goodbye is not null)
            {
                return _goodbye;
            }

            Volatile.Write(ref _timesHeard, _timesHeard + 1);
            _isListening = true;
        }
        while (await ListenAsync(lines, cancellationToken));

        return Closed;
    });

    private async ValueTask<bool> ListenAsync(List<IrcMessage> lines, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.ReadAsync(lines, cancellationToken);
        }
        finally
        {
            _isListening = false;
        }
    }

    private Task<string> WriteAsync(CancellationToken cancellationToken) => UntilBrokenAsync(async () =>
    {
        var batch = new List<IrcMessage>();
        while (true)
        {
            batch.Clear();
            await lane.TakeAsync(batch, cancellationToken);
            await connection.WriteAsync(batch, cancellationToken);
        }
    });

    // A peer that vanished without a word is only found by asking it. While the reader waits for its own reader, silence means nothing.
    private Task<string> WatchAsync(CancellationToken cancellationToken) => UntilBrokenAsync(async () =>
    {
        var hasAsked = false;
        for (var known = -1L; ;)
        {
            await Task.Delay(options.PingAfter, _clock, cancellationToken);
            var heard = Volatile.Read(ref _timesHeard);
            if (heard != known || !_isListening)
            {
                (known, hasAsked) = (heard, false);
            }
            else if (hasAsked)
            {
                return $"the server has not answered for {options.PingAfter.TotalSeconds:0.###} s";
            }
            else
            {
                lane.PutFirst(lane.Own(new IrcMessage("PING", "still-there"), _ => { }));
                hasAsked = true;
            }
        }
    });
}
