using System.Net.Security;

namespace Confab.Transport.Tls;

/// <summary>
/// The certificates in use. They are read again when their files change, or when somebody asks for it; those who are connected notice
/// nothing. Files that cannot be used change nothing. Safe from any thread.
/// </summary>
public sealed class CertificateStore : IDisposable
{
    private readonly TlsOptions _options;
    private readonly TimeProvider _clock;
    private readonly ICertificateEvents _events;
    private readonly Lock _loading = new();
    private readonly ITimer _watch;
    private (DateTime Written, long Length)[] _stamps;
    private volatile CertificateSet _current;

    private CertificateStore(TlsOptions options, TimeProvider clock, ICertificateEvents events)
    {
        _options = options;
        _clock = clock;
        _events = events;
        _stamps = Stamps();
        _current = CertificateSet.Read(options);
        TellOfTime(_current);
        _watch = clock.CreateTimer(_ => Look(), null, options.ReloadInterval, options.ReloadInterval);
    }

    /// <summary>Reads the certificates and begins to watch their files.</summary>
    /// <exception cref="CertificateException">One of them cannot be used.</exception>
    public static CertificateStore Open(TlsOptions options, TimeProvider clock, ICertificateEvents events) => new(options, clock, events);

    /// <summary>How a client is answered that asks for a name (SNI), or for none.</summary>
    public SslServerAuthenticationOptions For(string? name) => _current.For(name);

    /// <summary>
    /// The same for a web server: as options of its own, which it may change, and without asking for a certificate, because browsers trouble
    /// people with that question.
    /// </summary>
    public SslServerAuthenticationOptions ForWeb(string? name) => new()
    {
        ServerCertificateContext = For(name).ServerCertificateContext,
    };

    /// <summary>Reads the files again, whether they look changed or not.</summary>
    public void Reload()
    {
        lock (_loading)
        {
            _stamps = Stamps();
            Load();
        }
    }

    public void Dispose() => _watch.Dispose();

    private void Look()
    {
        lock (_loading)
        {
            var stamps = Stamps();
            if (!stamps.AsSpan().SequenceEqual(_stamps))
            {
                _stamps = stamps;
                Load();
            }
        }
    }

    // What was in use is left to the collector, because handshakes may be under way with it.
    private void Load()
    {
        try
        {
            var read = CertificateSet.Read(_options);
            _current = read;
            _events.CertificatesReloaded();
            TellOfTime(read);
        }
        catch (CertificateException failure)
        {
            _events.CertificatesKept(failure.Message);
        }
    }

    private void TellOfTime(CertificateSet read)
    {
        var now = _clock.GetUtcNow();
        foreach (var (file, certificate) in read.Certificates)
        {
            var (from, until) = (new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
            if (now < from || now > until)
            {
                _events.CertificateNotValid(file, from, until);
            }
        }
    }

    private (DateTime Written, long Length)[] Stamps() =>
    [
        .. new[] { _options.Certificate, _options.Key }
            .Concat(_options.Names.SelectMany(name => new[] { name.Certificate, name.Key }))
            .Where(file => file.Length > 0)
            .Select(Stamp),
    ];

    // A file that is away for the moment, while somebody puts the new one in its place, looks like an empty one.
    private static (DateTime Written, long Length) Stamp(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }
}
