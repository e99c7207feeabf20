namespace Confab.Cli.Tests.IrcClients;

/// <summary>A program of other people's. <c>scripts/install-test-tools</c> installs them all.</summary>
internal static class ForeignTool
{
    private const string SolutionFile = "Confab.slnx";

    /// <summary>The folder of the driver for irc-framework, in the source tree, where the library is installed.</summary>
    public static string FrameworkFolder { get; } =
        Path.Combine(Root(), "tests", "Confab.Cli.Tests", "IrcClients", "irc-framework");

    /// <summary>Where a program is. Where it is missing the test is skipped, but in CI it fails: there nobody looks at skips.</summary>
    public static string Find(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) ?? Missing(program);
    }

    /// <summary>As <see cref="Find"/>, for a folder.</summary>
    public static void NeedFolder(string folder, string what)
    {
        if (!Directory.Exists(folder))
        {
            Missing(what);
        }
    }

    private static string Missing(string what)
    {
        var message = $"{what} is not installed; run scripts/install-test-tools.";
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true", message);
        throw new FileNotFoundException(message);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, SolutionFile)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException($"{SolutionFile} is nowhere above {AppContext.BaseDirectory}.");
    }
}
