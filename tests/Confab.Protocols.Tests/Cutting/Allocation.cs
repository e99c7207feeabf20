using System.Text;

namespace Confab.Protocols.Tests.Cutting;

/// <summary>Counts bytes on the managed heap.</summary>
internal static class Allocation
{
    /// <summary>What <paramref name="deed"/> allocates once everything it needs is warm.</summary>
    internal static long Of(Action deed)
    {
        deed();
        deed();
        var before = GC.GetAllocatedBytesForCurrentThread();
        deed();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    internal static long OfString(ReadOnlySpan<byte> utf8)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(Encoding.UTF8.GetString(utf8));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
