using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Confab.Transport.Tls;

/// <summary>Reads a certificate, those between it and its root, and its key from PEM files.</summary>
internal static class PemCertificate
{
    /// <exception cref="CertificateException">A file cannot be read, or what is in it does not fit together.</exception>
    public static SslStreamCertificateContext Read(string certificateFile, string keyFile)
    {
        var keyIn = keyFile.Length > 0 ? keyFile : certificateFile;
        var certificateText = ReadText(certificateFile, "certificate");
        var keyText = keyFile.Length > 0 ? ReadText(keyFile, "private key") : certificateText;
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(certificateText);
        }
        catch (CryptographicException failure)
        {
            throw new CertificateException($"The certificate in {certificateFile} cannot be read: it is damaged. {failure.Message}", failure);
        }

        if (chain.Count == 0)
        {
            throw new CertificateException(
                $"There is no certificate in {certificateFile}: expected PEM text with -----BEGIN CERTIFICATE-----, the server's own first.");
        }

        if (!keyText.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw new CertificateException(
                $"There is no private key in {keyIn}: expected PEM text with -----BEGIN PRIVATE KEY-----. "
                + "Name its file with tls.key, or put it into the certificate's file.");
        }

        var certificate = Join(certificateFile, certificateText, keyIn, keyText);
        chain.RemoveAt(0);

        // Offline: what is missing between certificate and root is not fetched, since a start waits for nobody on the network.
        return SslStreamCertificateContext.Create(certificate, chain, offline: true);
    }

    private static X509Certificate2 Join(string certificateFile, string certificateText, string keyFile, string keyText)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPem(certificateText, keyText);
            return OperatingSystem.IsWindows() ? Kept(certificate) : certificate;
        }
        catch (ArgumentException failure)
        {
            throw Mismatch(failure);
        }
        catch (CryptographicException failure) when (keyText.Contains("ENCRYPTED", StringComparison.Ordinal))
        {
            throw new CertificateException(
                $"The private key in {keyFile} is encrypted, and nobody is there to type its password at start. Store it without one, readable by the server only.",
                failure);
        }
        catch (CryptographicException failure)
        {
            throw Mismatch(failure);
        }

        CertificateException Mismatch(Exception failure) => new(
            $"The private key in {keyFile} does not belong to the certificate in {certificateFile}, or one of them is damaged. {failure.Message}", failure);
    }

    // Windows does not use a key for TLS that only lives in this process's memory.
    private static X509Certificate2 Kept(X509Certificate2 certificate)
    {
        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        }
    }

    private static string ReadText(string file, string what)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CertificateException($"The {what} file {file} cannot be read: {failure.Message}", failure);
        }
    }
}
