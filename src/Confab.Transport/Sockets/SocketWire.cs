using System.Net.Sockets;
using Confab.Transport.Connections;

namespace Confab.Transport.Sockets;

/// <summary>A TCP socket as the pipe of a connection.</summary>
internal sealed class SocketWire(Socket socket) : IWire
{
    private SocketAsyncEventArgs? _send;

    /// <summary>Called when bytes given to <see cref="SendWhenWritable"/> are out, or the socket is broken.</summary>
    public Action<bool>? Sent { get; set; }

    public int TrySend(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var sent = socket.Send(bytes, SocketFlags.None, out var error);
            return error switch
            {
                SocketError.Success => sent,
                SocketError.WouldBlock or SocketError.NoBufferSpaceAvailable => 0,
                _ => -1,
            };
        }
        catch (ObjectDisposedException)
        {
            return -1;
        }
    }

    public void SendWhenWritable(ReadOnlyMemory<byte> bytes)
    {
        if (_send is null)
        {
            _send = new SocketAsyncEventArgs();
            _send.Completed += (_, done) => OnCompleted(done);
        }

        try
        {
            _send.SetBuffer(System.Runtime.InteropServices.MemoryMarshal.AsMemory(bytes));
            if (!socket.SendAsync(_send))
            {
                // Finished at once after all. The caller holds its lock and must not be called back within.
                ThreadPool.UnsafeQueueUserWorkItem(static state => state.OnCompleted(state._send!), this, preferLocal: true);
            }
        }
        catch (ObjectDisposedException)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static state => state.Sent?.Invoke(true), this, preferLocal: true);
        }
    }

    public void ShutdownSend()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The peer is gone already.
        }
        catch (ObjectDisposedException)
        {
            // So are we.
        }
    }

    public void Close(bool reset) => SocketEnd.Close(socket, reset);

    private void OnCompleted(SocketAsyncEventArgs done) => Sent?.Invoke(done.SocketError != SocketError.Success);
}
