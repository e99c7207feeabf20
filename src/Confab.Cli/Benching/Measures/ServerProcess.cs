using System.Globalization;

namespace Confab.Cli.Benching.Measures;

/// <summary>What a process of this machine has used, as Linux tells it (<c>proc(5)</c>).</summary>
internal sealed class ServerProcess(int pid)
{
    // USER_HZ: what times are counted in there, on every machine that .NET runs on.
    private const double TicksPerSecond = 100;
    private const long BytesPerKilobyte = 1024;

    // In stat, behind the name, which may itself contain spaces and brackets.
    private const int UserField = 11;
    private const int SystemField = 12;

    public int Pid => pid;

    /// <summary>Why the process cannot be measured; null where it can.</summary>
    public string? Problem()
    {
        var text = pid.ToString(CultureInfo.InvariantCulture);
        if (!OperatingSystem.IsLinux())
        {
            return $"--pid is {text}, but what a process has used can be read on Linux only; leave --pid out.";
        }

        return File.Exists($"/proc/{text}/stat") ? null : $"--pid is {text}, but there is no such process here; give the server's (pgrep -f 'confab serve').";
    }

    /// <summary>The processor time of all its threads so far, in seconds; nothing where it has ended.</summary>
    public (double User, double System) Cpu()
    {
        var stat = Text("stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > SystemField ? (Seconds(fields[UserField]), Seconds(fields[SystemField])) : default;
    }

    /// <summary>What it has in memory, in bytes: all of it, and the part that it shares with nobody. Where that part may not be read it is 0.</summary>
    public (long Resident, long Private) Memory()
    {
        var rollup = Text("smaps_rollup");
        return (Kilobytes(Text("status"), "VmRSS:"), Kilobytes(rollup, "Private_Clean:") + Kilobytes(rollup, "Private_Dirty:"));
    }

    private static double Seconds(string ticks) => long.Parse(ticks, CultureInfo.InvariantCulture) / TicksPerSecond;

    private string Text(string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static long Kilobytes(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
        {
            return 0;
        }

        var end = text.IndexOf('k', at);
        return long.Parse(text.AsSpan(at + name.Length, end - at - name.Length).Trim(), CultureInfo.InvariantCulture) * BytesPerKilobyte;
    }
}
