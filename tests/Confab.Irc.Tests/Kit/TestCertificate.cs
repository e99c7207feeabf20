using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Confab.Irc.Tests.Kit;

/// <summary>A certificate that signed itself, in files where a server wants them, and in memory where a client does.</summary>
internal sealed class TestCertificate : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("confab-cert-").FullName;

    private TestCertificate(X509Certificate2 certificate)
    {
        Certificate = certificate;
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The settings that make a server show it.</summary>
    public (string Path, string Value)[] Settings => [("tls.certificate", CertificateFile), ("tls.key", KeyFile)];

    /// <summary>How an account knows it: SHA-256 of all of it, in hexadecimal digits.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Certificate.RawData));

    private string CertificateFile => Path.Combine(_directory, "cert.pem");

    private string KeyFile => Path.Combine(_directory, "key.pem");

    public static TestCertificate Create(string name = "confab.local")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var certificate = new TestCertificate(request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30)));
        File.WriteAllText(certificate.CertificateFile, certificate.Certificate.ExportCertificatePem());
        File.WriteAllText(certificate.KeyFile, key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    public void Dispose()
    {
        Certificate.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
