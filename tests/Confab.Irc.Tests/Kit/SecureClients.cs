using System.Net.Security;
using System.Net.Sockets;

namespace Confab.Irc.Tests.Kit;

/// <summary>Clients that speak through TLS.</summary>
internal static class SecureClients
{
    /// <summary>The door behind TLS.</summary>
    public const string Door = "irc+tls";

    /// <summary>Starts a server with a plain door and one behind TLS.</summary>
    public static Task<IrcServer> StartSecureAsync(TestCertificate certificate, params (string Path, string Value)[] settings) =>
        IrcServer.StartAsync(["irc=0", $"{Door}=0"], [.. certificate.Settings, .. settings]);

    /// <summary>Connects through TLS; shows a certificate where one is given.</summary>
    public static async Task<IrcClient> ConnectSecurelyAsync(this IrcServer server, TestCertificate? own = null)
    {
        var endPoint = server.Server.EndPoint(Door);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endPoint);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "confab.local",
            ClientCertificates = own is null ? null : [own.Certificate],
            // The server's certificate signed itself: who made it is not what is tested here.
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
        });
        return new IrcClient(new IrcWire(stream));
    }
}
