using System.Net;

namespace Confab.Transport.Limits;

/// <summary>A connection that was counted in, before it has a session and then with it. Disposing counts it out, once.</summary>
public sealed class Admission : IDisposable
{
    private readonly AddressBook _addresses;
    private int _isOut;

    internal Admission(AddressBook addresses, IPEndPoint peer)
    {
        _addresses = addresses;
        Peer = peer;
    }

    /// <summary>Who is counted: the peer, or whom a trusted proxy speaks for.</summary>
    public IPEndPoint Peer { get; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOut, 1) == 0)
        {
            _addresses.Leave(Peer.Address);
        }
    }
}
