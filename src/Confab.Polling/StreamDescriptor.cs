using System.Net;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Confab.Polling;

/// <summary>
/// A connected, non-blocking TCP socket by its number alone: no object, no handle. Whoever holds it sees to it that nobody uses it after
/// <see cref="Close"/>, for the system gives the number to the next connection.
/// </summary>
/// <param name="Number">The descriptor.</param>
[SupportedOSPlatform("linux")]
public readonly unsafe record struct StreamDescriptor(int Number)
{
    private const int SocketLevel = 1;
    private const int TcpLevel = 6;
    private const int KeepAlive = 9;
    private const int Linger = 13;
    private const int NoDelay = 1;
    private const int KeepAliveIdle = 4;
    private const int KeepAliveInterval = 5;
    private const int KeepAliveCount = 6;
    private const int SendDirection = 1;

    /// <summary>Sends what the peer's window and the system's buffer take now.</summary>
    /// <returns>How many bytes that was; 0 where they take none; -1 where the connection is broken.</returns>
    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            while (true)
            {
                var sent = SystemCalls.Send(Number, first, bytes.Length, SystemCalls.DontWait | SystemCalls.NoSignal);
                if (sent >= 0)
                {
                    return (int)sent;
                }

                switch (Marshal.GetLastPInvokeError())
                {
                    case SystemCalls.Interrupted:
                        continue;
                    case SystemCalls.WouldBlock or SystemCalls.NoBufferSpace or SystemCalls.NoMemory:
                        return 0;
                    default:
                        return -1;
                }
            }
        }
    }

    /// <summary>Takes what has come.</summary>
    /// <returns>How many bytes; 0 where the peer has ended its direction; null where nothing has come yet; -1 where the connection is broken.</returns>
    public int? TryReceive(Span<byte> buffer)
    {
        fixed (byte* first = buffer)
        {
            while (true)
            {
                var count = SystemCalls.Receive(Number, first, buffer.Length, SystemCalls.DontWait);
                if (count >= 0)
                {
                    return (int)count;
                }

                switch (Marshal.GetLastPInvokeError())
                {
                    case SystemCalls.Interrupted:
                        continue;
                    case SystemCalls.WouldBlock:
                        return null;
                    default:
                        return -1;
                }
            }
        }
    }

    /// <summary>Takes the next connection that waits at a listening socket.</summary>
    /// <param name="listener">A listening, non-blocking TCP socket.</param>
    /// <param name="connection">The connection, non-blocking, not inherited by other programs.</param>
    /// <param name="peer">Its other end.</param>
    /// <returns>0 where there was one; else the system's error, <see cref="NobodyWaits"/> above all.</returns>
    public static int TryAccept(int listener, out StreamDescriptor connection, out IPEndPoint? peer)
    {
        var address = stackalloc byte[28];
        while (true)
        {
            var length = 28;
            var number = SystemCalls.Accept(listener, address, &length, SystemCalls.NonBlocking | SystemCalls.CloseOnExec);
            if (number >= 0)
            {
                connection = new StreamDescriptor(number);
                peer = SystemAddress.Read(new ReadOnlySpan<byte>(address, length));
                return 0;
            }

            (connection, peer) = (default, null);
            switch (Marshal.GetLastPInvokeError())
            {
                case SystemCalls.Interrupted or SystemCalls.ConnectionAborted:
                    continue;
                case var error:
                    return error;
            }
        }
    }

    /// <summary>The error that <see cref="TryAccept"/> returned, for people.</summary>
    public static IOException Failure(int error) => SystemCalls.Failure(error);

    /// <summary>What <see cref="TryAccept"/> returns when no connection waits.</summary>
    public static int NobodyWaits => SystemCalls.WouldBlock;

    /// <summary>
    /// Sends small writes at once, and lets the system find out peers that have vanished. Asked of a listening socket it holds for every connection that
    /// is accepted from it later, which is five system calls less for each.
    /// </summary>
    /// <param name="idleSeconds">After so much silence it asks.</param>
    /// <param name="intervalSeconds">How long it waits between questions.</param>
    /// <param name="count">After so many questions without an answer the connection is broken.</param>
    public void Prepare(int idleSeconds, int intervalSeconds, int count)
    {
        Set(TcpLevel, NoDelay, 1);
        Set(SocketLevel, KeepAlive, 1);
        Set(TcpLevel, KeepAliveIdle, idleSeconds);
        Set(TcpLevel, KeepAliveInterval, intervalSeconds);
        Set(TcpLevel, KeepAliveCount, count);
    }

    /// <summary>Ends the outgoing direction behind what was sent.</summary>
    public void ShutdownSend() => _ = SystemCalls.Shutdown(Number, SendDirection);

    /// <summary>Ends both directions and gives the number back.</summary>
    /// <param name="reset">True: what was not sent is thrown away, and the peer sees a reset.</param>
    public void Close(bool reset)
    {
        if (reset)
        {
            // struct linger { on, seconds }: with zero seconds the close is a reset.
            var linger = stackalloc int[2] { 1, 0 };
            _ = SystemCalls.SetOption(Number, SocketLevel, Linger, linger, 2 * sizeof(int));
        }

        _ = SystemCalls.Close(Number);
    }

    // A connection that broke meanwhile says so when it is read.
    private void Set(int level, int name, int value) => _ = SystemCalls.SetOption(Number, level, name, &value, sizeof(int));
}
