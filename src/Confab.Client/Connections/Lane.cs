using System.Globalization;

namespace Confab.Client.Connections;

/// <summary>
/// The commands on their way: those that wait to be sent, and those sent whose reply has not come. Outlives connections: what was
/// in flight when one broke goes in front of the waiting ones, in the old order, with its old labels and keys.
/// </summary>
/// <param name="capacity">How many commands may be under way; more askers wait.</param>
/// <param name="window">How many of them may be in flight, so that neither side buffers without end.</param>
internal abstract class Lane<TCommand, TReply>(int capacity, int window)
{
    /// <summary>A command that saw so many connections break while it was in flight is perhaps what breaks them.</summary>
    private const int MostSends = 10;

    /// <summary>A server that asks and does not read must not fill the client.</summary>
    private const int MostUnanswered = 16;

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _room = new(capacity);
    private readonly SemaphoreSlim _work = new(0, 1);
    private readonly LinkedList<Pending<TCommand, TReply>> _waiting = [];
    private readonly LinkedList<Pending<TCommand, TReply>> _inFlight = [];
    private readonly Queue<TCommand> _unanswered = [];
    private Exception? _closed;
    private long _lastLabel;
    private long _lastKey;

    /// <summary>Sends a command in its turn and waits for the reply.</summary>
    /// <exception cref="RefusedException">The reply was an error.</exception>
    /// <exception cref="ConnectionLostException">It was in flight when the connection broke, and cannot be sent again; or the client was closed.</exception>
    public async Task<TReply> AskAsync(TCommand command, bool isResendable, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        Pending<TCommand, TReply> pending;
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
            static (state, token) => ((Pending<TCommand, TReply>)state!).Abandon(token),
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
    public void PutFirst(params IReadOnlyList<Pending<TCommand, TReply>> commands)
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

    public Pending<TCommand, TReply> Own(TCommand command, Action<TReply> whenever)
    {
        lock (_gate)
        {
            return Stamped(command, isResendable: false, whenever);
        }
    }

    /// <summary>Sends soon what has no reply, such as the answer to a question of the server's. Of many that wait, the newest are sent.</summary>
    public void PutUnanswered(TCommand command)
    {
        lock (_gate)
        {
            if (_unanswered.Count == MostUnanswered)
            {
                _unanswered.Dequeue();
            }

            _unanswered.Enqueue(command);
            Signal();
        }
    }

    /// <summary>Waits until something may be sent and moves it to the commands in flight.</summary>
    public async Task TakeAsync(List<TCommand> batch, CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (_gate)
            {
                while (_unanswered.TryDequeue(out var unanswered))
                {
                    batch.Add(unanswered);
                }

                while (_inFlight.Count < window && _waiting.First is { } first)
                {
                    _waiting.RemoveFirst();
                    if (!first.Value.IsAbandoned)
                    {
                        first.Value.TimesSent++;
                        _inFlight.AddLast(first);
                        batch.Add(first.Value.Command);
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
    /// Finds what a reply answers: the command with its label, or the oldest in flight where the reply has none. Null for a reply to nothing.
    /// </summary>
    public Pending<TCommand, TReply>? Answered(string? label)
    {
        lock (_gate)
        {
            var node = _inFlight.First;
            while (label is not null && node is not null && node.Value.Label != label)
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

    /// <summary>Whether such a command was sent on an earlier connection and never answered: then its deed may come back as history.</summary>
    public bool Owes(Func<TCommand, bool> isSuch)
    {
        lock (_gate)
        {
            return _inFlight.Any(pending => pending.TimesSent >= 2 && isSuch(pending.Command))
                || _waiting.Any(pending => pending.TimesSent >= 1 && isSuch(pending.Command));
        }
    }

    /// <summary>The connection broke.</summary>
    public void Interrupted()
    {
        lock (_gate)
        {
            _unanswered.Clear();

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

    /// <summary>Whether the server must be able to tell a repetition of this command from another one.</summary>
    private protected abstract bool NeedsKey(TCommand command);

    /// <summary>The command with its label and, where it needs one, its key.</summary>
    private protected abstract TCommand Stamp(TCommand command, string label, long key);

    /// <summary>What a person would call the command.</summary>
    private protected abstract string NameOf(TCommand command);

    private void Requeue(LinkedListNode<Pending<TCommand, TReply>> node)
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
            ? $"The connection broke {MostSends} times while \"{NameOf(pending.Command)}\" was under way; it was given up."
            : $"The connection broke before the reply to \"{NameOf(pending.Command)}\" came; it may or may not have been done."));
    }

    private Pending<TCommand, TReply> Add(TCommand command, bool isResendable)
    {
        lock (_gate)
        {
            if (_closed is not null)
            {
                throw new ConnectionLostException(_closed.Message);
            }

            var pending = Stamped(command, isResendable);
            _waiting.AddLast(pending);
            Signal();
            return pending;
        }
    }

    private Pending<TCommand, TReply> Stamped(TCommand command, bool isResendable, Action<TReply>? whenever = null)
    {
        var label = (++_lastLabel).ToString(CultureInfo.InvariantCulture);

        // Keys rise in the order in which messages are sent, which is only known here.
        var key = NeedsKey(command) ? ++_lastKey : 0;
        return new Pending<TCommand, TReply>(Stamp(command, label, key), label, isResendable) { Whenever = whenever };
    }

    private void Signal()
    {
        if (_work.CurrentCount == 0)
        {
            _work.Release();
        }
    }
}
