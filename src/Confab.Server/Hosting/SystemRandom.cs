using System.Security.Cryptography;

namespace Confab.Server.Hosting;

/// <summary>
/// Random bytes that nobody can foretell, from the system itself. On Unix the runtime's own generator comes with all of OpenSSL, which a server
/// without TLS never needs: loading it took 4 MB, and time from whoever spoke first.
/// </summary>
internal static class SystemRandom
{
    private const string Device = "/dev/urandom";

    /// <summary>Fills a span with random bytes.</summary>
    public static void Fill(Span<byte> bytes)
    {
        if (OperatingSystem.IsWindows())
        {
            RandomNumberGenerator.Fill(bytes);
            return;
        }

        using var device = new FileStream(Device, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        device.ReadExactly(bytes);
    }
}
