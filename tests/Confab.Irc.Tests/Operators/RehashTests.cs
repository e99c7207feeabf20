using System.Net.Security;
using System.Net.Sockets;
using Confab.Irc.Tests.Kit;

namespace Confab.Irc.Tests.Operators;

public sealed class RehashTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Rehash_takes_up_certificates_that_were_renewed()
    {
        using var first = TestCertificate.Create();
        using var second = TestCertificate.Create();
        await using var server = await SecureClients.StartSecureAsync(first, ("tls.reloadInterval", "1h"));
        var alice = await server.OperAsync("alice");
        Assert.Equal(first.Fingerprint, await ShownByAsync(server));

        foreach (var (old, renewed) in first.Settings.Zip(second.Settings))
        {
            File.Copy(renewed.Value, old.Value, overwrite: true);
        }

        await alice.AskAsync("REHASH");

        // It is read beside the loop, so that the first who connect may still be shown the old one.
        using var patience = new CancellationTokenSource(_patience);
        while (await ShownByAsync(server) != second.Fingerprint)
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task<string> ShownByAsync(IrcServer server)
    {
        var endPoint = server.Server.EndPoint(SecureClients.Door);
        using var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(endPoint);
        await using var stream = new SslStream(new NetworkStream(socket));
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = IrcServer.Name,
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
        });
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream.RemoteCertificate!.GetRawCertData()));
    }
}
