using Confab.Polling;

namespace Confab.Server.Hosting;

/// <summary>
/// Gives memory back to the system when a busy time is over. Thousands of arrivals leave garbage behind that the collector has no reason to look
/// at while nothing is asked of it; here it is told, when nobody is kept waiting by it. The history lets its cached pages go,
/// and the C library what compiling and TLS handshakes left with it. For a process that is one server.
/// </summary>
internal sealed class MemoryTrim : IDisposable
{
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(2);

    // Less is not worth a collection.
    private const long LeastGrowth = 8L * 1024 * 1024;

    // What the runtime's compiler has used lately it lets go in two steps, when finalizers run and two seconds after the last.
    private const int CompilerSteps = 2;

    private readonly ConfabServer _server;
    private readonly ITimer _timer;
    private long _ticks;
    private int _stepsLeft;
    private long _allocated = GC.GetTotalAllocatedBytes();

    public MemoryTrim(ConfabServer server, TimeProvider clock)
    {
        _server = server;
        _timer = clock.CreateTimer(_ => Look(), null, _period, _period);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var (ticks, allocated) = (_server.Ticks, GC.GetTotalAllocatedBytes());
        var calm = ticks == _ticks && !_server.HasUpkeep;
        _ticks = ticks;
        if (!calm)
        {
            return;
        }

        if (allocated - _allocated >= LeastGrowth)
        {
            _server.GiveBackMemory();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _allocated = GC.GetTotalAllocatedBytes();
            _stepsLeft = CompilerSteps;
        }
        else if (_stepsLeft > 0)
        {
            _stepsLeft--;
            GC.WaitForPendingFinalizers();
        }
        else
        {
            return;
        }

        if (OperatingSystem.IsLinux())
        {
            LibraryMemory.GiveBack();
        }
    }
}
