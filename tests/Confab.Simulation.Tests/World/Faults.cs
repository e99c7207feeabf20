using Confab.Storage;

namespace Confab.Simulation.Tests.World;

/// <summary>What is about to go wrong. Asked at each place where it can.</summary>
internal sealed class Faults
{
    public const string NoSpace = "The history cannot be written: no space is left. Say it again later.";

    private int _failingWrites;
    private CrashPoint? _crash;
    private int _passes;

    /// <summary>
    /// Where the server has crashed. It stays so until <see cref="Clear"/>: a server that catches the crash does nothing more all the same.
    /// </summary>
    public CrashPoint? Crashed { get; private set; }

    /// <summary>Lets so many appends fail.</summary>
    public void FailWrites(int count) => _failingWrites = count;

    /// <summary>Lets the server crash at that point, after it has passed it so many times.</summary>
    public void SetCrash(CrashPoint point, int passes) => (_crash, _passes) = (point, passes);

    public void Clear()
    {
        _failingWrites = 0;
        _crash = null;
        Crashed = null;
    }

    public void BeforeCommit()
    {
        Pass(CrashPoint.BeforeCommit);
        if (_failingWrites > 0)
        {
            _failingWrites--;
            throw new LogUnavailableException(NoSpace);
        }
    }

    public void Pass(CrashPoint point)
    {
        if (_crash == point && _passes-- <= 0)
        {
            Crashed ??= point;
        }

        PassOn();
    }

    /// <summary>Throws where the server has crashed, in case that it caught it.</summary>
    public void PassOn()
    {
        if (Crashed is { } crashed)
        {
            throw new SimulatedCrash(crashed);
        }
    }
}
