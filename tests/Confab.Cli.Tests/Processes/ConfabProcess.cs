using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Confab.Cli.Tests.Processes;

/// <summary>The real program in a process of its own, on free ports.</summary>
internal sealed partial class ConfabProcess : TalkingProcess
{
    private ConfabProcess(ProcessStartInfo start)
        : base(start)
    {
    }

    /// <summary>Runs <c>confab</c> with these arguments.</summary>
    public static ConfabProcess Run(params string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host) { WorkingDirectory = Path.GetTempPath() };
        if (OperatingSystem.IsLinux())
        {
            // Whoever starts the tests in the background may ignore signals, which children inherit; the same process becomes the program then.
            start.FileName = "env";
            start.ArgumentList.Add("--default-signal=INT,HUP,TERM");
            start.ArgumentList.Add(host);
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "confab.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ConfabProcess(start);
    }

    /// <summary>Runs a server on a data directory, with these doors on free ports.</summary>
    public static ConfabProcess Serve(string data, params string[] more) =>
        Run(["serve", "--data", data, "--listen", "text=127.0.0.1:0", "--listen", "relay=127.0.0.1:0", .. more]);

    /// <summary>Where a door of the server listens, as its start block says.</summary>
    public async Task<IPEndPoint> DoorAsync(string dialect)
    {
        var door = await WaitForAsync(
            output => DoorLine().Matches(output).FirstOrDefault(match => match.Groups["dialect"].Value == dialect), $"the door {dialect}");
        return new IPEndPoint(IPAddress.Loopback, int.Parse(door.Groups["port"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^\s*(?<dialect>[\w+]+)\s+127\.0\.0\.1:(?<port>\d+)\s", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DoorLine();
}
