namespace Confab.Simulation.Tests.World;

/// <summary>The process ends here.</summary>
internal sealed class SimulatedCrash(CrashPoint point) : Exception($"The server crashed: {point}.")
{
    public CrashPoint Point => point;
}
