using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Confab.Server.Tests.Transport.Tls;

/// <summary>A client behind TLS that takes any certificate and tells which it was shown.</summary>
internal sealed class TlsClient : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket;
    private readonly SslStream _tls;

    private TlsClient(Socket socket, RecordedStream wire, SslStream tls)
    {
        _socket = socket;
        Wire = wire;
        _tls = tls;
    }

    public Socket Socket => _socket;

    public RecordedStream Wire { get; }

    /// <summary>The name in the certificate that the server showed.</summary>
    public string ServerName => new X509Certificate2(_tls.RemoteCertificate!).GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    public static async Task<TlsClient> ConnectAsync(
        IPEndPoint endPoint, string askedFor = "", X509Certificate2? certificate = null, string preface = "", SslProtocols protocols = SslProtocols.None)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endPoint);
        if (preface.Length > 0)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(preface));
        }

        var wire = new RecordedStream(new NetworkStream(socket));
        var tls = new SslStream(wire);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = askedFor,
            RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null,
            ClientCertificates = certificate is null ? null : [certificate],
            EnabledSslProtocols = protocols,
        }).WaitAsync(_patience);
        return new TlsClient(socket, wire, tls);
    }

    public async Task SendAsync(string text) => await _tls.WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Ends this side in order; the other may still send.</summary>
    public Task EndAsync() => _tls.ShutdownAsync();

    public async Task<string?> ReadAsync()
    {
        var buffer = new byte[16 * 1024];
        var count = await _tls.ReadAsync(buffer).AsTask().WaitAsync(_patience);
        return count == 0 ? null : Encoding.UTF8.GetString(buffer, 0, count);
    }

    public async Task<string> ReadUntilAsync(string end)
    {
        var all = new StringBuilder();
        while (!all.ToString().Contains(end, StringComparison.Ordinal))
        {
            all.Append(await ReadAsync() ?? throw new InvalidOperationException($"The stream ended before '{end}' came; so far: {all}"));
        }

        return all.ToString();
    }

    /// <summary>Reads on to the end, in whatever way it comes; returns how much that was.</summary>
    public async Task<long> ReadToEndAsync()
    {
        long count = 0;
        try
        {
            while (await ReadAsync() is { } read)
            {
                count += read.Length;
            }
        }
        catch (IOException)
        {
            // A reset.
        }

        return count;
    }

    public async ValueTask DisposeAsync()
    {
        await _tls.DisposeAsync();
        _socket.Dispose();
    }
}
