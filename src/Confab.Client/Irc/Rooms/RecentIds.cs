namespace Confab.Client.Irc.Rooms;

/// <summary>The ids of the newest messages, so that none is shown twice.</summary>
internal sealed class RecentIds
{
    /// <summary>More than is ever on its way twice: what is held during a catch-up, and a page.</summary>
    private const int Most = 1024;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    public bool Contains(string id) => _known.Contains(id);

    public void Add(string id)
    {
        if (!_known.Add(id))
        {
            return;
        }

        _order.Enqueue(id);
        if (_order.Count > Most)
        {
            _known.Remove(_order.Dequeue());
        }
    }
}
