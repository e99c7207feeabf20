using System.Threading.Channels;
using Confab.Client.Events;

namespace Confab.Client.Connections;

/// <summary>One connection from its welcome until it breaks, whatever the protocol: reads, writes, and asks a server that falls silent.</summary>
/// <typeparam name="TCommand">What is sent.</typeparam>
/// <typeparam name="TReply">What the lane answers those who asked with.</typeparam>
/// <typeparam name="TSaid">What is read.</typeparam>
internal abstract class Live<TCommand, TReply, TSaid>(
    Lane<TCommand, TReply> lane, ChannelWriter<ClientEvent> output, TimeSpan pingAfter, TimeProvider clock)
{
    protected const string Closed = "the server closed the connection";

    private readonly List<ClientEvent> _ready = [];
    private long _timesHeard;
    private volatile bool _isListening;
    private volatile string? _goodbye;

    /// <summary>Carries commands, replies and events until the connection breaks.</summary>
    /// <param name="first">What came together with the welcome.</param>
    /// <param name="stop">Ends the connection from this side.</param>
    /// <returns>Why it broke, as the end of a sentence.</returns>
    public async Task<string> RunAsync(List<TSaid> first, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<string>[] parts = [ReadAllAsync(first, over.Token, stop), WriteAllAsync(over.Token), WatchAsync(over.Token)];
        var ended = await Task.WhenAny(parts);
        await over.CancelAsync();
        await Task.WhenAll(parts);
        return _goodbye ?? await ended;
    }

    /// <summary>True for what a broken connection throws.</summary>
    protected abstract bool IsFault(Exception exception);

    /// <summary>Takes one thing that was read; what it means for the one who listens is added.</summary>
    protected abstract void Take(TSaid said, List<ClientEvent> ready);

    protected abstract ValueTask<bool> ReadAsync(List<TSaid> said, CancellationToken cancellationToken);

    protected abstract Task WriteAsync(List<TCommand> batch, CancellationToken cancellationToken);

    /// <summary>What asks whether the server is there.</summary>
    protected abstract TCommand Ping();

    /// <summary>The server has said why it ends the connection.</summary>
    protected void EndsBecause(string reason) => _goodbye = reason;

    private async Task<string> UntilBrokenAsync(Func<Task<string>> part)
    {
        try
        {
            return await part();
        }
        catch (Exception exception) when (IsFault(exception))
        {
            return exception.Message;
        }
        catch (OperationCanceledException)
        {
            return "the client stopped";
        }
    }

    // What was taken is shown, even if the connection breaks meanwhile: nobody would send it again.
    private Task<string> ReadAllAsync(List<TSaid> said, CancellationToken cancellationToken, CancellationToken stop) => UntilBrokenAsync(async () =>
    {
        do
        {
            foreach (var one in said)
            {
                Take(one, _ready);
            }

            said.Clear();
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
        while (await ListenAsync(said, cancellationToken));

        return Closed;
    });

    private async ValueTask<bool> ListenAsync(List<TSaid> said, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(said, cancellationToken);
        }
        finally
        {
            _isListening = false;
        }
    }

    private Task<string> WriteAllAsync(CancellationToken cancellationToken) => UntilBrokenAsync(async () =>
    {
        var batch = new List<TCommand>();
        while (true)
        {
            batch.Clear();
            await lane.TakeAsync(batch, cancellationToken);
            await WriteAsync(batch, cancellationToken);
        }
    });

    // A peer that vanished without a word is only found by asking it. While the reader waits for its own reader, silence means nothing.
    private Task<string> WatchAsync(CancellationToken cancellationToken) => UntilBrokenAsync(async () =>
    {
        var hasAsked = false;
        for (var known = -1L; ;)
        {
            await Task.Delay(pingAfter, clock, cancellationToken);
            var heard = Volatile.Read(ref _timesHeard);
            if (heard != known || !_isListening)
            {
                (known, hasAsked) = (heard, false);
            }
            else if (hasAsked)
            {
                return $"the server has not answered for {pingAfter.TotalSeconds:0.###} s";
            }
            else
            {
                lane.PutFirst(lane.Own(Ping(), _ => { }));
                hasAsked = true;
            }
        }
    });
}
