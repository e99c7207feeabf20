using System.Security.Cryptography.X509Certificates;
using Confab.Testing.Time;
using Confab.Transport.Tls;

namespace Confab.Server.Tests.Transport.Tls;

public sealed class CertificateStoreTests : IDisposable
{
    private readonly TestCertificates _files = new();
    private readonly TestClock _clock = new(DateTimeOffset.UtcNow);
    private readonly QuietCertificateEvents _events = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_file_may_hold_certificate_and_key_together()
    {
        _files.Write("both", "both.pem");

        using var store = Open(new TlsOptions { Certificate = _files["both.pem"] });

        Assert.Equal("both", NameFor(store, null));
        Assert.Empty(_events.Lines);
    }

    [Theory]
    [InlineData("chat.example.org", "chat")]
    [InlineData("CHAT.example.org", "chat")]
    [InlineData("web.example.org", "wildcard")]
    [InlineData("a.b.example.org", "usual")]
    [InlineData("example.org", "usual")]
    [InlineData(".example.org", "usual")]
    [InlineData("", "usual")]
    [InlineData(null, "usual")]
    public void Each_name_has_the_nearest_certificate(string? asked, string shown)
    {
        _files.Write("chat", "chat.pem");
        _files.Write("wildcard", "wildcard.pem");
        var options = _files.Options("usual");
        options.Names =
        [
            new NamedCertificate("*.example.org", _files["wildcard.pem"], ""),
            new NamedCertificate("chat.example.org", _files["chat.pem"], ""),
        ];

        using var store = Open(options);

        Assert.Equal(shown, NameFor(store, asked));
    }

    [Fact]
    public void Changed_files_are_noticed_and_unchanged_ones_left_alone()
    {
        var options = _files.Options("old");
        using var store = Open(options);
        _clock.Advance(options.ReloadInterval);
        Assert.Empty(_events.Lines);

        _files.Options("new");
        File.SetLastWriteTimeUtc(_files["cert.pem"], DateTime.UtcNow.AddSeconds(5));
        _clock.Advance(options.ReloadInterval);

        Assert.Equal("new", NameFor(store, null));
        Assert.Equal(["reloaded"], _events.Lines);
    }

    [Fact]
    public void Files_that_do_not_fit_change_nothing_and_are_complained_of_once()
    {
        var options = _files.Options("old");
        using var store = Open(options);

        // The certificate is there already, its key not yet.
        _files.Write("new", "cert.pem", "key.tmp");
        File.SetLastWriteTimeUtc(_files["cert.pem"], DateTime.UtcNow.AddSeconds(5));
        _clock.Advance(options.ReloadInterval);
        _clock.Advance(options.ReloadInterval);
        Assert.Equal("old", NameFor(store, null));
        Assert.StartsWith("kept: The private key in ", Assert.Single(_events.Lines), StringComparison.Ordinal);

        File.Move(_files["key.tmp"], _files["key.pem"], overwrite: true);
        File.SetLastWriteTimeUtc(_files["key.pem"], DateTime.UtcNow.AddSeconds(9));
        _clock.Advance(options.ReloadInterval);
        Assert.Equal("new", NameFor(store, null));
    }

    [Fact]
    public void A_file_that_is_gone_changes_nothing()
    {
        using var store = Open(_files.Options("old"));
        File.Delete(_files["cert.pem"]);

        store.Reload();

        Assert.Equal("old", NameFor(store, null));
        Assert.Contains("cannot be read", Assert.Single(_events.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_has_ended_is_used_and_warned_of()
    {
        _files.Write("old", "cert.pem", "key.pem", validDays: -1);

        using var store = Open(new TlsOptions { Certificate = _files["cert.pem"], Key = _files["key.pem"] });

        Assert.Equal(["not valid: cert.pem"], _events.Lines);
    }

    [Theory]
    [InlineData("none.pem", "", "The certificate file ", "none.pem cannot be read: ")]
    [InlineData("cert.pem", "none.pem", "The private key file ", "none.pem cannot be read: ")]
    [InlineData("text.pem", "", "There is no certificate in ", "expected PEM text with -----BEGIN CERTIFICATE-----")]
    [InlineData("cert.pem", "", "There is no private key in ", "Name its file with tls.key")]
    [InlineData("cert.pem", "text.pem", "There is no private key in ", "text.pem")]
    [InlineData("cert.pem", "other.pem", "The private key in ", "does not belong to the certificate in ")]
    [InlineData("damaged.pem", "", "The certificate in ", "it is damaged")]
    public void What_cannot_be_used_is_named_with_what_to_do(string certificate, string key, string start, string part)
    {
        _files.Options();
        _files.Write("other", "other-cert.pem", "other.pem");
        File.WriteAllText(_files["text.pem"], "no certificate at all");
        File.WriteAllText(_files["damaged.pem"], "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n");

        var refusal = Assert.Throws<CertificateException>(
            () => Open(new TlsOptions { Certificate = _files[certificate], Key = key.Length > 0 ? _files[key] : "" }));

        Assert.StartsWith(start, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
    }

    private static string NameFor(CertificateStore store, string? asked) =>
        store.For(asked).ServerCertificateContext!.TargetCertificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    private CertificateStore Open(TlsOptions options) => CertificateStore.Open(options, _clock, _events);
}
