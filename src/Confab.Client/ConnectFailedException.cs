namespace Confab.Client;

/// <summary>There was no connection, or nobody at the other end who speaks the protocol.</summary>
public sealed class ConnectFailedException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="address">Where there was no connection.</param>
    /// <param name="problem">What happened, as the end of a sentence.</param>
    /// <param name="cause">The error underneath, if there was one.</param>
    public ConnectFailedException(ServerAddress address, string problem, Exception? cause = null)
        : base($"Cannot connect to {address}: {problem}", cause) => Address = address;

    /// <summary>Where there was no connection.</summary>
    public ServerAddress Address { get; }
}
