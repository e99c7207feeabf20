using System.Reflection;

namespace Confab.Architecture.Tests;

/// <summary>The house as it stands on disk: its root, its source files, and its assemblies as they were built.</summary>
internal static class House
{
    private const string SolutionFile = "Confab.slnx";

    /// <summary>The folder of the solution, found from the tests' own place upwards.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The projects of <c>src/</c>, by name.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Where the tests were built: beside them stands every assembly of ours.</summary>
    public static string AssemblyPath(string project) =>
        Path.Combine(AppContext.BaseDirectory, (project == "Confab.Cli" ? "confab" : project) + ".dll");

    public static Assembly Load(string project) => Assembly.LoadFrom(AssemblyPath(project));

    /// <summary>Our own source files, without what tools have made of them.</summary>
    public static IEnumerable<string> SourceFiles(params string[] folders) => folders
        .Select(folder => At(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, SolutionFile)))
            {
                return folder;
            }
        }

        throw new InvalidOperationException($"There is no {SolutionFile} in {AppContext.BaseDirectory} or above it; run the tests from a checkout.");
    }
}
