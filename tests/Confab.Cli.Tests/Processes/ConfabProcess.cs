using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Confab.Cli.Tests.Processes;

/// <summary>The real program in a process of its own, on free ports. Every wait is bounded and says what it waited for.</summary>
internal sealed partial class ConfabProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Lock _sync = new();
    private TaskCompletionSource _more = New();

    private ConfabProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_sync)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Runs <c>confab</c> with these arguments.</summary>
    public static ConfabProcess Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "confab.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ConfabProcess(new Process { StartInfo = start });
    }

    /// <summary>Runs a server on a data directory, with these doors on free ports.</summary>
    public static ConfabProcess Serve(string data, params string[] more) =>
        Run(["serve", "--data", data, "--listen", "text=127.0.0.1:0", "--listen", "relay=127.0.0.1:0", .. more]);

    /// <summary>Where a door of the server listens, as its start block says.</summary>
    public async Task<IPEndPoint> DoorAsync(string dialect)
    {
        var door = await WaitForAsync(output => DoorLine().Matches(output).FirstOrDefault(match => match.Groups["dialect"].Value == dialect), $"the door {dialect}");
        return new IPEndPoint(IPAddress.Loopback, int.Parse(door.Groups["port"].Value, CultureInfo.InvariantCulture));
    }

    public Task WaitForTextAsync(string text) => WaitForAsync(
        output => output.Contains(text, StringComparison.Ordinal) ? text : null, $"'{text}'");

    public async Task TypeAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }

    public void EndInput() => _process.StandardInput.Close();

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends a signal by name, as a service manager would.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end, and returns the status.</summary>
    public async Task<int> StatusAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"The process did not end. It said: {Output}", late);
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Add(string? line)
    {
        lock (_sync)
        {
            _output.Append(line).Append('\n');
            _more.TrySetResult();
            _more = New();
        }
    }

    private async Task<T> WaitForAsync<T>(Func<string, T?> find, string what)
        where T : class
    {
        using var patience = new CancellationTokenSource(_patience);
        while (true)
        {
            Task more;
            lock (_sync)
            {
                if (find(_output.ToString()) is { } found)
                {
                    return found;
                }

                more = _more.Task;
            }

            try
            {
                await more.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"{what} did not come. The process said: {Output}", late);
            }
        }
    }

    [GeneratedRegex(@"^\s*(?<dialect>\w+)\s+127\.0\.0\.1:(?<port>\d+)\s", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DoorLine();
}
