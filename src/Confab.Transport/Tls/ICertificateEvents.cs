namespace Confab.Transport.Tls;

/// <summary>What is told of certificates to whoever keeps the server's log. Called from any thread; must not block or throw.</summary>
public interface ICertificateEvents
{
    /// <summary>Certificates were read again, and new connections get them.</summary>
    void CertificatesReloaded();

    /// <summary>The files have changed and cannot be used; what was read before stays in use.</summary>
    void CertificatesKept(string reason);

    /// <summary>A certificate that is in use is not valid at this time.</summary>
    void CertificateNotValid(string file, DateTimeOffset from, DateTimeOffset until);
}
