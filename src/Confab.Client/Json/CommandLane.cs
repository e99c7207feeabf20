using System.Globalization;
using Confab.Protocols.Json;

namespace Confab.Client.Json;

/// <summary>
/// The commands on their way: those that wait to be sent, and those sent whose reply has not come. Outlives connections: what was
/// in flight when one broke goes in front of the waiting ones, in the old order, with its old labels and keys.
/// </summary>
/// <param name="capacity">How many commands may be under way; more askers wait.</param>
/// <param name="window">How many of them may be in flight, so that neither side buffers without end.</param>
internal sealed class CommandLane(int capacity, int window)
{
    /// <summary>A command that saw so many connections break while it was in flight is perhaps what breaks them.</summary>
    private const int MostSends = 10;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _room = new(capacity);
    private readonly SemaphoreSlim _work = new(0, 1);
    private readonly LinkedList<PendingCommand> _waiting = [];
    private readonly LinkedList<PendingCommand> _inFlight = [];
    private Exception? _closed;
    private long _lastLabel;
    private long _lastKey;

    /// <summary>Sends a command in its turn and waits for the reply.</summary>
    /// <exception cref="RefusedException">The reply was an error.</exception>
    /// <exception cref="ConnectionLostException">It was in flight when the connection broke, and cannot be sent again; or the client was closed.</exception>
    public async Task<JsonEvent> AskAsync(JsonCommand command, bool isResendable, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        PendingCommand pending;
        try
        {
            pending = Add(command, isResendable);
        }
        catch
        {
            _room.Release();
            throw;
        }

        using (cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingCommand)state!).Abandon(token),
            pending))
        {
            try
            {
                return await pending.Reply;
            }
            finally
            {
                _room.Release();
            }
        }
    }

    /// <summary>The client's own commands, sent before all others that wait; forgotten when the connection breaks.</summary>
    public void PutFirst(params IReadOnlyList<PendingCommand> commands)
    {
        lock (_gate)
        {
            foreach (var command in commands.Reverse())
            {
                _waiting.AddFirst(command);
            }

            Signal();
        }
    }

    public PendingCommand Own(JsonCommand command, Action<JsonEvent> whenever)
    {
        lock (_gate)
        {
            return new PendingCommand(command with { Label = NextLabel() }, isResendable: false) { Whenever = whenever };
        }
    }

    /// <summary>Waits until something may be sent and moves it to the commands in flight.</summary>
    public async Task TakeAsync(List<PendingCommand> batch, CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (_gate)
            {
                while (_inFlight.Count < window && _waiting.First is { } first)
                {
                    _waiting.RemoveFirst();
                    if (!first.Value.IsAbandoned)
                    {
                        first.Value.TimesSent++;
                        _inFlight.AddLast(first);
                        batch.Add(first.Value);
                    }
                }
            }

            if (batch.Count > 0)
            {
                return;
            }

            await _work.WaitAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Finds what a reply answers: the command with its label, or the oldest in flight where a line had no label to repeat. Null for a reply
    /// to nothing.
    /// </summary>
    public PendingCommand? Answered(JsonEvent reply)
    {
        lock (_gate)
        {
            var node = _inFlight.First;
            while (reply.Label is not null && node is not null && node.Value.Command.Label != reply.Label)
            {
                node = node.Next;
            }

            if (node is not null)
            {
                _inFlight.Remove(node);
                Signal();
            }

            return node?.Value;
        }
    }

    /// <summary>Whether such a message was sent on an earlier connection and never acknowledged: then it may come back as history.</summary>
    public bool Owes(string? room, string? text)
    {
        bool Matches(PendingCommand pending, int earlierSends) => pending.TimesSent >= earlierSends
            && pending.Command is { Type: JsonTypes.Say } said
            && string.Equals(said.Room, room, StringComparison.OrdinalIgnoreCase) && said.Text == text;

        lock (_gate)
        {
            return _inFlight.Any(pending => Matches(pending, 2)) || _waiting.Any(pending => Matches(pending, 1));
        }
    }

    /// <summary>The connection broke.</summary>
    public void Interrupted()
    {
        lock (_gate)
        {
            // The client's own commands make sense on their connection only.
            foreach (var own in _waiting.Where(pending => pending.Whenever is not null).ToList())
            {
                _waiting.Remove(own);
            }

            while (_inFlight.Last is { } last)
            {
                _inFlight.RemoveLast();
                Requeue(last);
            }
        }
    }

    /// <summary>Nothing is sent any more.</summary>
    public void Close(Exception reason)
    {
        lock (_gate)
        {
            _closed ??= reason;
            foreach (var pending in _inFlight.Concat(_waiting))
            {
                pending.Fail(_closed);
            }

            _inFlight.Clear();
            _waiting.Clear();
        }
    }

    private void Requeue(LinkedListNode<PendingCommand> node)
    {
        var pending = node.Value;
        if (pending.IsAbandoned || pending.Whenever is not null)
        {
            return;
        }

        if (pending.IsResendable && pending.TimesSent < MostSends)
        {
            _waiting.AddFirst(node);
            return;
        }

        pending.Fail(new ConnectionLostException(pending.IsResendable
            ? $"The connection broke {MostSends} times while \"{pending.Command.Type}\" was under way; it was given up."
            : $"The connection broke before the reply to \"{pending.Command.Type}\" came; it may or may not have been done."));
    }

    private PendingCommand Add(JsonCommand command, bool isResendable)
    {
        lock (_gate)
        {
            if (_closed is not null)
            {
                throw new ConnectionLostException(_closed.Message);
            }

            // Keys rise in the order in which messages are sent, which is only known here.
            var key = command.Type == JsonTypes.Say ? ++_lastKey : (long?)null;
            var pending = new PendingCommand(command with { Label = NextLabel(), Key = key }, isResendable);
            _waiting.AddLast(pending);
            Signal();
            return pending;
        }
    }

    private string NextLabel() => (++_lastLabel).ToString(CultureInfo.InvariantCulture);

    private void Signal()
    {
        if (_work.CurrentCount == 0)
        {
            _work.Release();
        }
    }
}
