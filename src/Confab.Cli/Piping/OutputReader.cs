using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Confab.Cli.Piping;

/// <summary>
/// Whoever reads this program's standard output. Writing tells that they have gone only when there is something to write, which in a
/// quiet room may be tomorrow; the system knows it at once.
/// </summary>
internal static class OutputReader
{
    private const int StandardOutput = 1;
    private const short Error = 0x8;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Completes when nobody will ever read the output; on Windows, on terminals and on files never.</summary>
    public static async Task GoneAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        while (OperatingSystem.IsWindows() || !IsGone())
        {
            await Task.Delay(s_interval, clock, cancellationToken);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static bool IsGone()
    {
        // Asked for nothing, it reports errors only: a pipe without a reader is one.
        var asked = new Asked { Descriptor = StandardOutput };
        return Poll(ref asked, 1, 0) == 1 && (asked.Found & Error) != 0;
    }

    [DllImport("libc", EntryPoint = "poll", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref Asked asked, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Asked
    {
        public int Descriptor;
        public short Wanted;
        public short Found;
    }
}
