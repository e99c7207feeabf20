using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Confab.Client.Connections;

namespace Confab.Client.Irc.Wires;

/// <summary>Opens the connection to a door.</summary>
internal static class IrcDial
{
    private const string SubProtocol = "text.ircv3.net";

    /// <summary>Connects, and makes sure of the server where there is TLS.</summary>
    /// <exception cref="ConnectFailedException">There is nobody, or not whom the client wants.</exception>
    public static async Task<IIrcWire> OpenAsync(IrcDoor door, IrcClientOptions options, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Reconnect.ConnectTimeout, options.Reconnect.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return door.Transport switch
            {
                IrcTransport.Tcp => new StreamWire(await ConnectAsync(door, options, either.Token)),
                IrcTransport.Tls => new StreamWire(await EncryptAsync(await ConnectAsync(door, options, either.Token), door, options.Tls, either.Token)),
                _ => await OpenWebSocketAsync(door, options.Tls, either.Token),
            };
        }
        catch (Exception exception) when (exception is not ConnectFailedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw exception switch
            {
                OperationCanceledException => new ConnectFailedException(
                    door.Address, $"no connection within {options.Reconnect.ConnectTimeout.TotalSeconds:0} s.", exception),
                AuthenticationException or IOException => new ConnectFailedException(
                    door.Address, $"no encrypted connection: {exception.Message.TrimEnd('.')}.", exception),
                WebSocketException => new ConnectFailedException(
                    door.Address, $"no WebSocket at {door.Path}: {(exception.InnerException ?? exception).Message.TrimEnd('.')}.", exception),
                _ => exception,
            };
        }
    }

    private static async Task<NetworkStream> ConnectAsync(IrcDoor door, IrcClientOptions options, CancellationToken cancellationToken) =>
        new(await Dial.ConnectAsync(door.Address, options.Reconnect, cancellationToken), ownsSocket: true);

    private static async Task<SslStream> EncryptAsync(NetworkStream stream, IrcDoor door, IrcTlsOptions options, CancellationToken cancellationToken)
    {
        var encrypted = new SslStream(stream);
        try
        {
            await encrypted.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = options.ServerName ?? door.Address.Host,
                    ClientCertificates = Certificates(options),
                    RemoteCertificateValidationCallback = CertificateCheck.Of(options),
                },
                cancellationToken);
            return encrypted;
        }
        catch
        {
            await encrypted.DisposeAsync();
            throw;
        }
    }

    private static async Task<IIrcWire> OpenWebSocketAsync(IrcDoor door, IrcTlsOptions options, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.AddSubProtocol(SubProtocol);
            if (door.IsSecure)
            {
                socket.Options.ClientCertificates = Certificates(options) ?? [];
                if (CertificateCheck.Of(options) is { } check)
                {
                    socket.Options.RemoteCertificateValidationCallback = check;
                }
            }

            await socket.ConnectAsync(new Uri(door.ToString()), cancellationToken);
            return new WebSocketWire(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static X509CertificateCollection? Certificates(IrcTlsOptions options) =>
        options.ClientCertificate is { } certificate ? [certificate] : null;
}
