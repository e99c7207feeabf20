using System.Net;

namespace Confab.Transport.Limits;

/// <summary>A connection that was counted in, before it has a session and then with it. Disposing counts it out, once.</summary>
public sealed class Admission : IDisposable
{
    private int _isOut;

    internal Admission(AddressEntry entry, int port)
    {
        Entry = entry;
        Port = port;
    }

    /// <summary>Who is counted: the peer, or whom a trusted proxy speaks for. Made when it is asked for.</summary>
    public IPEndPoint Peer => new(Entry.Address, Port);

    /// <summary>What it shares with the others of its address.</summary>
    internal AddressEntry Entry { get; }

    internal int Port { get; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isOut, 1) == 0)
        {
            Entry.Book.Leave(Entry);
        }
    }
}
