using Confab.Polling;

namespace Confab.Server.Hosting;

/// <summary>The memory of this process: the collector's, the history's cached pages, and what compiling and TLS handshakes leave with the C library.</summary>
internal sealed class ProcessMemory(ConfabServer server) : IMemoryUser
{
    public long Ticks => server.Ticks;

    public bool HasUpkeep => server.HasUpkeep;

    public long AllocatedBytes => GC.GetTotalAllocatedBytes();

    public void GiveBack()
    {
        server.GiveBackMemory();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GiveBackLibrary();
    }

    // What the runtime's compiler has used lately it lets go of when finalizers run.
    public void GiveBackRest()
    {
        GC.WaitForPendingFinalizers();
        GiveBackLibrary();
    }

    private static void GiveBackLibrary()
    {
        if (OperatingSystem.IsLinux())
        {
            LibraryMemory.GiveBack();
        }
    }
}
