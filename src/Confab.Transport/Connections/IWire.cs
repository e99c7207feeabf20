namespace Confab.Transport.Connections;

/// <summary>The pipe below a connection: a TCP socket, or a test's stand-in. Never blocks.</summary>
public interface IWire
{
    /// <summary>Sends what the peer takes now. Returns how many bytes that was; 0 where it takes none; -1 where the pipe is broken.</summary>
    int TrySend(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Sends all of the bytes as the peer takes them, then calls <see cref="Connection.OnSent"/> once, from whatever thread, also where the pipe
    /// breaks. Used only after <see cref="TrySend"/> took less than it was given, and never twice at once. The bytes stay as they are until then.
    /// </summary>
    void SendWhenWritable(ReadOnlyMemory<byte> bytes);

    /// <summary>Ends the outgoing direction; the peer sees the end of the stream after all that was sent.</summary>
    void ShutdownSend();

    /// <summary>Ends both directions. May be called more than once.</summary>
    /// <param name="reset">True: the peer sees a reset instead of an ordinary end.</param>
    void Close(bool reset);
}
