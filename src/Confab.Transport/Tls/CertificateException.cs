namespace Confab.Transport.Tls;

/// <summary>A certificate cannot be used. The message is a sentence for the person who runs the server.</summary>
public sealed class CertificateException(string message, Exception? innerException = null) : Exception(message, innerException);
