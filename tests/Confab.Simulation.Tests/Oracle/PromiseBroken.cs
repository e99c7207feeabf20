namespace Confab.Simulation.Tests.Oracle;

/// <summary>The server did what it promised not to do.</summary>
internal sealed class PromiseBroken(string how) : Exception(how);
