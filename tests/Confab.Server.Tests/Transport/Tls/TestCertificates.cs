using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Confab.Transport.Tls;

namespace Confab.Server.Tests.Transport.Tls;

/// <summary>Certificates of a test's own, in PEM files.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("confab-tls-").FullName;

    public string this[string file] => Path.Combine(_directory, file);

    /// <summary>Options with a certificate of that name.</summary>
    public TlsOptions Options(string name = "localhost")
    {
        Write(name, "cert.pem", "key.pem");
        return new TlsOptions { Certificate = this["cert.pem"], Key = this["key.pem"] };
    }

    /// <summary>Makes a certificate and writes it; with the key in the same file where no other is named.</summary>
    public void Write(string name, string certificateFile, string? keyFile = null, int validDays = 30)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Make(name, key, validDays);
        var keyText = key.ExportPkcs8PrivateKeyPem() + "\n";
        File.WriteAllText(this[certificateFile], certificate.ExportCertificatePem() + "\n" + (keyFile is null ? keyText : ""));
        if (keyFile is not null)
        {
            File.WriteAllText(this[keyFile], keyText);
        }
    }

    public static X509Certificate2 Client(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Make(name, key, validDays: 30);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    // Negative: it has ended so many days ago.
    private static X509Certificate2 Make(string name, ECDsa key, int validDays)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-60), now.AddDays(validDays));
    }
}
