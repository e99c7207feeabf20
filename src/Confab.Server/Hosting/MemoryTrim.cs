namespace Confab.Server.Hosting;

/// <summary>
/// Gives memory back to the system when a busy time is over. Thousands of arrivals leave garbage behind that the collector has no reason to look
/// at while nothing is asked of it; here it is told, when nobody is kept waiting by it. For a process that is one server.
/// </summary>
internal sealed class MemoryTrim : IDisposable
{
    /// <summary>For so long nobody must have asked for anything.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>Where fewer bytes were allocated since the last time, it is not worth a collection.</summary>
    public const long LeastGrowth = 8L * 1024 * 1024;

    // The runtime's compiler lets go in two steps, when finalizers run and two seconds after the last.
    private const int StepsAfter = 2;

    private readonly IMemoryUser _user;
    private readonly ITimer _timer;
    private long _ticks;
    private int _stepsLeft;
    private long _allocated;

    public MemoryTrim(IMemoryUser user, TimeProvider clock)
    {
        (_user, _ticks, _allocated) = (user, user.Ticks, user.AllocatedBytes);
        _timer = clock.CreateTimer(_ => Look(), null, Period, Period);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var (ticks, allocated) = (_user.Ticks, _user.AllocatedBytes);
        var isCalm = ticks == _ticks && !_user.HasUpkeep;
        _ticks = ticks;
        if (!isCalm)
        {
            return;
        }

        if (allocated - _allocated >= LeastGrowth)
        {
            _user.GiveBack();
            _allocated = _user.AllocatedBytes;
            _stepsLeft = StepsAfter;
        }
        else if (_stepsLeft > 0)
        {
            _stepsLeft--;
            _user.GiveBackRest();
        }
    }
}
