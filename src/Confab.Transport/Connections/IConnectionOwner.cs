using Confab.Engine.Delivery;

namespace Confab.Transport.Connections;

/// <summary>Whose connection it is.</summary>
public interface IConnectionOwner
{
    /// <summary>As <see cref="ISessionOutput.Framing"/>; null for none.</summary>
    Framing? Framing => null;

    /// <summary>
    /// What the pipe's own protocol says last, after which the peer ends the connection; empty where the pipe's end says it all. Asked once.
    /// </summary>
    ReadOnlyMemory<byte> Farewell => default;

    /// <summary>The last words to a peer whose backlog is given up; empty where its protocol has none.</summary>
    ReadOnlyMemory<byte> SlowReaderNotice { get; }

    /// <summary>The backlog is given up. Called once, under the connection's lock.</summary>
    void TooSlow(string reason);
}
