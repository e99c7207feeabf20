using System.Net;

namespace Confab.Transport.Limits;

/// <summary>A connection that was counted in, before it has a session and then with it. Disposing counts it out, once.</summary>
public sealed class Admission : IDisposable
{
    private readonly AddressBook _addresses;
    private readonly AddressEntry _entry;
    private int _isOut;

    internal Admission(AddressBook addresses, AddressEntry entry, int port)
    {
        _addresses = addresses;
        _entry = entry;
        Port = port;
    }

    /// <summary>Who is counted: the peer, or whom a trusted proxy speaks for. Made when it is asked for.</summary>
    public IPEndPoint Peer => new(_entry.Address, Port);

    /// <summary>The IP address as text.</summary>
    internal string Address => _entry.Text;

    internal int Port { get; }

    /// <summary>The flood control of the address; null where it is exempt.</summary>
    internal FloodGate? AddressGate => _entry.Gate;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOut, 1) == 0)
        {
            _addresses.Leave(_entry);
        }
    }
}
