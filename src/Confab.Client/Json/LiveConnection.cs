using System.Net.Sockets;
using System.Threading.Channels;
using Confab.Client.Connections;
using Confab.Client.Events;
using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>One connection from its welcome until it breaks.</summary>
internal sealed class LiveConnection(
    JsonConnection connection,
    CommandLane lane,
    RoomBook rooms,
    ChannelWriter<ClientEvent> output,
    ChatClientOptions options)
{
    private const string Closed = "the server closed the connection";

    private readonly TimeProvider _clock = options.Reconnect.Clock;
    private readonly List<ClientEvent> _ready = [];
    private long _timesHeard;
    private volatile bool _isListening;
    private volatile string? _goodbye;

    /// <summary>Whether the server's goodbye was the answer to ours.</summary>
    public bool HasQuit { get; private set; }

    /// <summary>Carries commands, replies and events until the connection breaks.</summary>
    /// <param name="first">What came together with the welcome.</param>
    /// <param name="stop">Ends the connection from this side.</param>
    /// <returns>Why it broke, as the end of a sentence.</returns>
    public async Task<string> RunAsync(List<JsonEvent> first, CancellationToken stop)
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
        catch (Exception exception) when (exception is SocketException or WireFaultException)
        {
            return exception.Message;
        }
        catch (OperationCanceledException)
        {
            return "the client stopped";
        }
    }

    // What was taken is shown, even if the connection breaks meanwhile: nobody would send it again.
    private Task<string> ReadAsync(List<JsonEvent> events, CancellationToken cancellationToken, CancellationToken stop) => UntilBrokenAsync(async () =>
    {
        do
        {
            foreach (var said in events)
            {
                rooms.Take(said, _ready);
                if (said.Type == JsonTypes.Bye)
                {
                    HasQuit = said.Label is not null;
                    _goodbye = said.Reason ?? Closed;
                }
            }

            events.Clear();
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
        while (await ListenAsync(events, cancellationToken));

        return Closed;
    });

    private async ValueTask<bool> ListenAsync(List<JsonEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.ReadAsync(events, cancellationToken);
        }
        finally
        {
            _isListening = false;
        }
    }

    private Task<string> WriteAsync(CancellationToken cancellationToken) => UntilBrokenAsync(async () =>
    {
        var batch = new List<JsonCommand>();
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
                lane.PutFirst(lane.Own(new JsonCommand { Type = JsonTypes.Ping }, _ => { }));
                hasAsked = true;
            }
        }
    });
}
