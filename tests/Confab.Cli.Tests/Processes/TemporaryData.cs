namespace Confab.Cli.Tests.Processes;

/// <summary>A data directory that goes with its test.</summary>
internal sealed class TemporaryData : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("confab-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
