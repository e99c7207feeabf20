using System.Net;
using Confab.Dialects;

namespace Confab.Transport.Doors;

/// <summary>A door of a server: a dialect, and what carries it. Disposing accepts nobody any more; sessions stay.</summary>
public interface IDoor : IDisposable
{
    /// <summary>The name in settings, lists and logs, such as <c>relay</c>, <c>irc+tls</c> or <c>web</c>.</summary>
    string Name { get; }

    /// <summary>What is spoken behind it.</summary>
    Dialect Dialect { get; }

    /// <summary>Where it is; with the port that was chosen, where 0 was asked for.</summary>
    IPEndPoint EndPoint { get; }

    /// <summary>One line that tells a person how to join, given the address to connect to.</summary>
    string HowToJoin(string host);

    /// <summary>Lets the system take connections; nobody is served yet.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">Another program was faster.</exception>
    void Listen();

    /// <summary>Begins to serve those who come.</summary>
    void Accept();

    /// <summary>Completes when nothing of the door is left; to be called after it was disposed and its sessions have ended.</summary>
    Task EndAsync();
}
