namespace Confab.Transport.Connections;

/// <summary>Whose connection it is.</summary>
public interface IConnectionOwner
{
    /// <summary>The last words to a peer whose backlog is given up; empty where its protocol has none.</summary>
    ReadOnlyMemory<byte> SlowReaderNotice { get; }

    /// <summary>The backlog is given up. Called once, under the connection's lock.</summary>
    void TooSlow(string reason);
}
