namespace Confab.Transport.Connections;

/// <summary>
/// All live sessions of a server, each at a place that is given to another when it ends. Safe from any thread; who looks through them sees those that
/// are there all the while.
/// </summary>
internal sealed class LiveSessions
{
    private const int FirstPlaces = 64;

    private readonly Lock _sync = new();
    private readonly Stack<int> _free = new();

    // Looked through without the lock.
    private volatile LiveSession?[] _places = new LiveSession?[FirstPlaces];
    private int _used;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public IEnumerable<LiveSession> All
    {
        get
        {
            foreach (var session in _places)
            {
                if (session is not null)
                {
                    yield return session;
                }
            }
        }
    }

    public void Add(LiveSession session)
    {
        lock (_sync)
        {
            if (!_free.TryPop(out var place))
            {
                place = _used++;
                if (place == _places.Length)
                {
                    var more = new LiveSession?[place * 2];
                    _places.CopyTo(more, 0);
                    _places = more;
                }
            }

            session.Place = place;
            _places[place] = session;
            _count++;
        }
    }

    /// <summary>False where it was not there any more.</summary>
    public bool Remove(LiveSession session)
    {
        lock (_sync)
        {
            if (_places[session.Place] != session)
            {
                return false;
            }

            _places[session.Place] = null;
            _free.Push(session.Place);
            _count--;
            return true;
        }
    }
}
