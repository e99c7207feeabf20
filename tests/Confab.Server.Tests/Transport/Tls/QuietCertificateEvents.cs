using System.Collections.Concurrent;
using Confab.Transport.Tls;

namespace Confab.Server.Tests.Transport.Tls;

internal sealed class QuietCertificateEvents : ICertificateEvents
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public void CertificatesReloaded() => Lines.Enqueue("reloaded");

    public void CertificatesKept(string reason) => Lines.Enqueue($"kept: {reason}");

    public void CertificateNotValid(string file, DateTimeOffset from, DateTimeOffset until) => Lines.Enqueue($"not valid: {Path.GetFileName(file)}");
}
