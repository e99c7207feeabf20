using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Confab.Testing.Sockets;

/// <summary>
/// A client at a real socket that treats one read of at most 1024 bytes as one message, as the historic clients do. Every wait is bounded, and says
/// what it waited for.
/// </summary>
public sealed class SocketClient : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket;

    private SocketClient(Socket socket)
    {
        _socket = socket;
        Port = ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public int Port { get; }

    public Socket Socket => _socket;

    /// <summary>Connects.</summary>
    /// <param name="endPoint">Where to.</param>
    /// <param name="from">The address of this machine to come from; null for any.</param>
    public static async Task<SocketClient> ConnectAsync(IPEndPoint endPoint, IPAddress? from = null)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (from is not null)
        {
            socket.Bind(new IPEndPoint(from, 0));
        }

        await socket.ConnectAsync(endPoint);
        return new SocketClient(socket);
    }

    /// <summary>
    /// Connects to a door that turns one away; tells what it said. The end may be faster than the connecting side, which then learns of it in place of
    /// being connected: as a reset, or as a broken pipe when an ordinary end came before the reset.
    /// </summary>
    /// <param name="endPoint">Where to.</param>
    public static async Task<string> TurnedAwayAsync(IPEndPoint endPoint)
    {
        try
        {
            await using var client = await ConnectAsync(endPoint);
            return (await client.ReadToEndAsync()).Text;
        }
        catch (SocketException ended) when (ended.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            return string.Empty;
        }
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await _socket.SendAsync(bytes.AsMemory(sent), SocketFlags.None);
        }
    }

    /// <summary>One read: one message. Null at the end of the stream; a reset is an exception of the socket.</summary>
    public async Task<string?> ReadAsync(int bytes = 1024)
    {
        var buffer = new byte[bytes];
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            var count = await _socket.ReceiveAsync(buffer, SocketFlags.None, patience.Token);
            return count == 0 ? null : Encoding.UTF8.GetString(buffer, 0, count);
        }
        catch (OperationCanceledException cancelled)
        {
            throw new TimeoutException($"Nothing came within {_patience.TotalSeconds} seconds.", cancelled);
        }
    }

    /// <summary>Reads until the text ends so; returns all that came.</summary>
    public async Task<string> ReadUntilAsync(string end)
    {
        var all = new StringBuilder();
        while (!all.ToString().Contains(end, StringComparison.Ordinal))
        {
            try
            {
                all.Append(await ReadAsync() ?? throw new InvalidOperationException($"The stream ended before '{end}' came; so far: {all}"));
            }
            catch (TimeoutException late)
            {
                throw new TimeoutException($"'{end}' did not come; so far: {all}", late);
            }
        }

        return all.ToString();
    }

    /// <summary>Reads so many bytes, however they are cut.</summary>
    public async Task<byte[]> ReadExactlyAsync(int bytes)
    {
        var buffer = new byte[bytes];
        using var patience = new CancellationTokenSource(_patience);
        for (var count = 0; count < bytes;)
        {
            var read = await _socket.ReceiveAsync(buffer.AsMemory(count), SocketFlags.None, patience.Token);
            count += read > 0 ? read : throw new InvalidOperationException($"The stream ended after {count} of {bytes} bytes.");
        }

        return buffer;
    }

    /// <summary>Ends this side of the connection; the other may still send.</summary>
    public void HalfClose() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Breaks the connection.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Dispose();
    }

    /// <summary>Reads on until the connection ends; tells how, and what still came.</summary>
    public async Task<(string Text, bool Reset)> ReadToEndAsync()
    {
        var all = new StringBuilder();
        try
        {
            while (await ReadAsync() is { } read)
            {
                all.Append(read);
            }

            return (all.ToString(), false);
        }
        catch (SocketException)
        {
            return (all.ToString(), true);
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
