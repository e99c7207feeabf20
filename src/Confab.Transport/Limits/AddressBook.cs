using System.Net;

namespace Confab.Transport.Limits;

/// <summary>Who has how many sessions, and the flood control that all sessions of an address share. Safe from any thread.</summary>
internal sealed class AddressBook(ConnectionLimits limits, TimeProvider clock)
{
    private readonly Lock _sync = new();
    private readonly Dictionary<IPAddress, Entry> _entries = [];
    private int _sessions;

    /// <summary>Counts a new session in. Null when there is room; otherwise why there is none.</summary>
    public string? TryEnter(IPAddress address)
    {
        lock (_sync)
        {
            if (_sessions >= limits.Sessions)
            {
                return $"the server has {_sessions} sessions, which is the most (limits.sessions)";
            }

            if (!IsExempt(address))
            {
                if (!_entries.TryGetValue(address, out var entry))
                {
                    entry = new Entry(new FloodGate(limits.AddressFlood, clock));
                    _entries.Add(address, entry);
                }

                if (limits.SessionsPerAddress > 0 && entry.Sessions >= limits.SessionsPerAddress)
                {
                    return $"{address} has {entry.Sessions} sessions, which is the most for one address (limits.sessionsPerAddress)";
                }

                entry.Sessions++;
            }

            _sessions++;
            return null;
        }
    }

    /// <summary>Counts a session out.</summary>
    public void Leave(IPAddress address)
    {
        lock (_sync)
        {
            _sessions--;
            if (_entries.TryGetValue(address, out var entry))
            {
                entry.Sessions--;
            }
        }
    }

    /// <summary>The flood control of an address, or null where it is exempt.</summary>
    public FloodGate? GateOf(IPAddress address)
    {
        lock (_sync)
        {
            return _entries.GetValueOrDefault(address)?.Gate;
        }
    }

    /// <summary>Forgets addresses that nothing is owed by: their debt must outlive the session, or reconnecting would pay it.</summary>
    public void Sweep()
    {
        lock (_sync)
        {
            foreach (var (address, entry) in _entries)
            {
                if (entry.Sessions == 0 && entry.Gate.IsIdle())
                {
                    _entries.Remove(address);
                }
            }
        }
    }

    public bool IsExempt(IPAddress address) => PeerAddress.IsIn(limits.ExemptAddresses, address);

    private sealed class Entry(FloodGate gate)
    {
        public FloodGate Gate { get; } = gate;

        public int Sessions { get; set; }
    }
}
