namespace Confab.Client;

/// <summary>The connection was lost before the reply came, and asking again could do the deed twice; whether it was done is not known.</summary>
public sealed class ConnectionLostException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public ConnectionLostException(string message)
        : base(message)
    {
    }
}
