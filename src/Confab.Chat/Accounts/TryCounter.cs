namespace Confab.Chat.Accounts;

/// <summary>
/// Counts tries by whoever makes them, each within a window of time that begins with their first try. What it remembers is bounded:
/// beyond <paramref name="mostKeys"/> the oldest window is forgotten, which a flood from that many places could reach anyway.
/// </summary>
/// <param name="most">How many tries one key has in a window.</param>
/// <param name="window">How long a window is.</param>
/// <param name="mostKeys">How many keys are remembered.</param>
internal sealed class TryCounter(int most, TimeSpan window, int mostKeys = 16_384)
{
    private readonly Dictionary<string, (DateTimeOffset Start, int Count)> _windows = new(StringComparer.Ordinal);

    // In the order in which the windows began, so that those that are over are at the front.
    private readonly Queue<(string Key, DateTimeOffset Start)> _order = new();

    /// <summary>How many keys are remembered at the moment.</summary>
    public int Count => _windows.Count;

    /// <summary>True while the key has tries left.</summary>
    public bool HasLeft(string key, DateTimeOffset now)
    {
        Forget(now);
        return !_windows.TryGetValue(key, out var current) || current.Count < most;
    }

    /// <summary>How long until the key has tries again; zero where it has some now.</summary>
    public TimeSpan Wait(string key, DateTimeOffset now) =>
        HasLeft(key, now) ? TimeSpan.Zero : _windows[key].Start + window - now;

    /// <summary>Counts a try.</summary>
    public void Take(string key, DateTimeOffset now)
    {
        Forget(now);
        if (_windows.TryGetValue(key, out var current))
        {
            _windows[key] = current with { Count = current.Count + 1 };
            return;
        }

        while (_windows.Count >= mostKeys)
        {
            ForgetFirst();
        }

        _windows.Add(key, (now, 1));
        _order.Enqueue((key, now));
    }

    /// <summary>Takes a try back, because it turned out to be none.</summary>
    public void GiveBack(string key)
    {
        if (_windows.TryGetValue(key, out var current) && current.Count > 0)
        {
            _windows[key] = current with { Count = current.Count - 1 };
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_order.TryPeek(out var first) && first.Start + window <= now)
        {
            ForgetFirst();
        }
    }

    private void ForgetFirst() => _windows.Remove(_order.Dequeue().Key);
}
