using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Confab.Cli.Benching.Wires;

/// <summary>
/// Connections as streams: TLS everywhere, and plain TCP where nothing is polled. What the streams have done waits in a queue for the owning thread.
/// </summary>
internal sealed class StreamWires : IWires
{
    private readonly ConcurrentQueue<(StreamWire Wire, WireNews News)> _news = new();
    private readonly ConcurrentQueue<(Opening Opening, Stream? Stream)> _opened = new();
    private readonly ManualResetEventSlim _happened = new(initialState: false);
    private readonly List<StreamWire> _wires = [];
    private readonly string? _tlsName;
    private readonly Connector _connector;

    /// <param name="server">Where to.</param>
    /// <param name="tlsName">The name that the server is asked for; null without TLS.</param>
    public StreamWires(IPEndPoint server, string? tlsName)
    {
        _tlsName = tlsName;
        _connector = new Connector(server, opening => _ = BeginAsync(opening));
    }

    public void Open(IWireUser user, int index, bool isSmall) => _connector.Open(new Opening(user, index, isSmall));

    public void Wait(int milliseconds)
    {
        _happened.Wait(milliseconds);
        _happened.Reset();

        // What happens meanwhile waits for the next time: the owner has other things to look at, too.
        for (var waiting = _news.Count; waiting > 0 && _news.TryDequeue(out var told); waiting--)
        {
            told.Wire.Happened(told.News);
        }

        while (_opened.TryDequeue(out var opened))
        {
            if (opened.Stream is null)
            {
                opened.Opening.User.Ended(opened.Opening.Problem!);
                continue;
            }

            var wire = new StreamWire(this, opened.Opening.User, opened.Stream);
            _wires.Add(wire);
            opened.Opening.User.Opened(wire);
            wire.Read();
        }
    }

    public void Wake() => _happened.Set();

    /// <summary>Hands news to the owning thread.</summary>
    public void Post(StreamWire wire, WireNews news)
    {
        _news.Enqueue((wire, news));
        _happened.Set();
    }

    public void Dispose()
    {
        _connector.Dispose();
        _wires.ForEach(wire => wire.Close());
    }

    private async Task BeginAsync(Opening opening)
    {
        Stream? stream = null;
        try
        {
            if (opening.Socket is { } socket)
            {
                stream = new NetworkStream(socket, ownsSocket: true);
                stream = _tlsName is null ? stream : await EncryptAsync(stream, _tlsName);
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or AuthenticationException)
        {
            opening = opening with { Problem = $"no TLS: {exception.Message.TrimEnd('.')}" };
            await stream!.DisposeAsync();
            stream = null;
        }

        _opened.Enqueue((opening, stream));
        _happened.Set();
    }

    private static async Task<Stream> EncryptAsync(Stream stream, string name)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = name,

            // The server is this machine's, or its owner's own: a certificate that signed itself will do.
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
        });
        return encrypted;
    }
}
