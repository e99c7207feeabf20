namespace Confab.Transport.Backlogs;

/// <summary>
/// What all backlogs together may hold. When it is used up, whoever holds the most is given up, so that a few who never read cannot cost
/// somebody the connection who does. Safe from any thread.
/// </summary>
public sealed class BacklogBudget(long bytes)
{
    private readonly Lock _sync = new();

    // Those who hold something: who keeps up is not among them.
    private readonly HashSet<BacklogAccount> _holders = [];
    private readonly Queue<BacklogAccount> _condemned = new();
    private long _used;
    private volatile bool _anyCondemned;

    /// <summary>How many bytes are held.</summary>
    public long Used
    {
        get
        {
            lock (_sync)
            {
                return _used;
            }
        }
    }

    /// <summary>Opens the account of one session.</summary>
    /// <param name="holder">Gives itself up when <see cref="EndCondemned"/> tells it to.</param>
    internal BacklogAccount Open(IBacklogHolder holder) => new(this, holder);

    /// <summary>
    /// Gives up those whose share was taken from them. To be called after taking, by a thread that holds no connection's lock: the
    /// condemned have locks of their own.
    /// </summary>
    internal void EndCondemned()
    {
        while (_anyCondemned)
        {
            BacklogAccount? condemned;
            lock (_sync)
            {
                _anyCondemned = _condemned.TryDequeue(out condemned);
            }

            condemned?.GiveUp();
        }
    }

    internal bool TryTake(BacklogAccount account, int count, bool fromOthers)
    {
        lock (_sync)
        {
            if (account.IsCondemned)
            {
                return false;
            }

            while (_used + count > bytes)
            {
                if (!fromOthers || Largest() is not { } largest || largest.Held <= account.Held + count)
                {
                    return false;
                }

                Condemn(largest);
            }

            _used += count;
            account.Held += count;
            _holders.Add(account);
            return true;
        }
    }

    internal void Return(BacklogAccount account, int count)
    {
        lock (_sync)
        {
            // What was taken away from a condemned one has been returned already.
            if (!account.IsCondemned)
            {
                Lower(account, count);
            }
        }
    }

    internal void Clear(BacklogAccount account)
    {
        lock (_sync)
        {
            Lower(account, account.Held);
            account.IsCondemned = false;
        }
    }

    private BacklogAccount? Largest()
    {
        BacklogAccount? largest = null;
        foreach (var holder in _holders)
        {
            if (holder.Held > (largest?.Held ?? 0))
            {
                largest = holder;
            }
        }

        return largest;
    }

    private void Condemn(BacklogAccount account)
    {
        Lower(account, account.Held);
        account.IsCondemned = true;
        _condemned.Enqueue(account);
        _anyCondemned = true;
    }

    private void Lower(BacklogAccount account, int count)
    {
        _used -= count;
        account.Held -= count;
        if (account.Held == 0)
        {
            _holders.Remove(account);
        }
    }
}
