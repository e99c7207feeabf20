using System.Runtime.InteropServices;

namespace Confab.Server.Hosting;

/// <summary>
/// The signals to a server: SIGINT (Ctrl+C) and SIGTERM end it, and so does SIGHUP at a terminal, which is gone then; elsewhere SIGHUP
/// asks it to read its files again. And Windows' likes of them.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private const int KilledByInterrupt = 130;

    private readonly TaskCompletionSource _wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;
    private int _interrupts;
    private volatile Action? _reload;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupted),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Terminated),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, HungUp),
    ];

    /// <summary>Completes with the first of them.</summary>
    public Task Wanted => _wanted.Task;

    /// <summary>From now on SIGHUP does this, and ends nothing.</summary>
    public void ReloadWith(Action reload) => _reload = reload;

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Terminated(PosixSignalContext context)
    {
        context.Cancel = true;
        _wanted.TrySetResult();
    }

    private void HungUp(PosixSignalContext context)
    {
        if (_reload is { } reload)
        {
            context.Cancel = true;
            reload();
        }
        else
        {
            Terminated(context);
        }
    }

    // Whoever presses Ctrl+C again does not want to wait for goodbyes.
    private void Interrupted(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Interlocked.Increment(ref _interrupts) > 1)
        {
            Environment.Exit(KilledByInterrupt);
        }

        _wanted.TrySetResult();
    }
}
