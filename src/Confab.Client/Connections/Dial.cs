using System.Net.Sockets;

namespace Confab.Client.Connections;

/// <summary>Opens TCP connections.</summary>
internal static class Dial
{
    /// <summary>Connects, or says in words why not.</summary>
    /// <exception cref="ConnectFailedException">Nobody answered in time, or there is nobody.</exception>
    public static async Task<Socket> ConnectAsync(ServerAddress address, ReconnectOptions options, CancellationToken cancellationToken)
    {
        // Each line is sent as it is typed; waiting for more would only make it late.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var timeout = new CancellationTokenSource(options.ConnectTimeout, options.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, either.Token);
            return socket;
        }
        catch (Exception exception)
        {
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            if (exception is SocketException socketException)
            {
                throw new ConnectFailedException(address, Words(socketException), exception);
            }

            if (exception is OperationCanceledException)
            {
                throw new ConnectFailedException(address, $"no answer within {options.ConnectTimeout.TotalSeconds:0} s.", exception);
            }

            throw;
        }
    }

    private static string Words(SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "nothing listens there.",
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "there is no such host.",
        SocketError.NetworkUnreachable or SocketError.HostUnreachable => "there is no way to that host.",
        SocketError.TimedOut => "no answer.",
        _ => exception.Message.TrimEnd('.') + ".",
    };
}
