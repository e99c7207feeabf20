using System.Net;

namespace Confab.Transport.Limits;

/// <summary>Who has how many sessions, and the flood control that all sessions of an address share. Safe from any thread.</summary>
internal sealed class AddressBook(ConnectionLimits limits, TimeProvider clock)
{
    private readonly Lock _sync = new();
    private readonly Dictionary<IPAddress, AddressEntry> _entries = [];
    private int _sessions;

    /// <summary>Counts a new session in.</summary>
    /// <param name="peer">Where it comes from.</param>
    /// <param name="refusal">Why there is no room for it, where there is none.</param>
    /// <returns>What counts it out again; null where there is no room.</returns>
    public Admission? TryEnter(IPEndPoint peer, out string? refusal)
    {
        var address = peer.Address;
        lock (_sync)
        {
            if (_sessions >= limits.Sessions)
            {
                refusal = $"the server has {_sessions} sessions, which is the most (limits.sessions)";
                return null;
            }

            if (!_entries.TryGetValue(address, out var entry))
            {
                entry = new AddressEntry(this, address, IsExempt(address) ? null : new FloodGate(limits.AddressFlood, clock));
                _entries.Add(address, entry);
            }

            if (!entry.IsExempt && limits.SessionsPerAddress > 0 && entry.Sessions >= limits.SessionsPerAddress)
            {
                refusal = $"{address} has {entry.Sessions} sessions, which is the most for one address (limits.sessionsPerAddress)";
                return null;
            }

            entry.Sessions++;
            _sessions++;
            refusal = null;
            return new Admission(entry, peer.Port);
        }
    }

    /// <summary>Counts a session out.</summary>
    public void Leave(AddressEntry entry)
    {
        lock (_sync)
        {
            _sessions--;
            entry.Sessions--;
        }
    }

    /// <summary>Forgets addresses that nothing is owed by: their debt must outlive the session, or reconnecting would pay it.</summary>
    public void Sweep()
    {
        lock (_sync)
        {
            foreach (var (address, entry) in _entries)
            {
                if (entry is { Sessions: 0, IsIdle: true })
                {
                    _entries.Remove(address);
                }
            }
        }
    }

    private bool IsExempt(IPAddress address) => PeerAddress.IsIn(limits.ExemptAddresses, address);
}
