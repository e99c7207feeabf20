using System.Runtime.InteropServices;

namespace Confab.Server.Hosting;

/// <summary>The signals that end a server: SIGINT (Ctrl+C), SIGTERM, SIGHUP (its terminal is gone), and Windows' likes of them.</summary>
internal sealed class StopSignals : IDisposable
{
    private const int KilledByInterrupt = 130;

    private readonly TaskCompletionSource _wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;
    private int _interrupts;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupted),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Terminated),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, Terminated),
    ];

    /// <summary>Completes with the first of them.</summary>
    public Task Wanted => _wanted.Task;

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
