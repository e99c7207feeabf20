using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Confab.Cli.Tests.Processes;

/// <summary>A program in a process of its own, and what it says. Every wait is bounded and says what it waited for.</summary>
internal class TalkingProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Lock _sync = new();
    private TaskCompletionSource _more = New();

    /// <summary>Starts the program; its input and output are taken over.</summary>
    public TalkingProcess(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.ErrorDataReceived += (_, line) => Add(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
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

    /// <summary>Waits until the program has said this so many times.</summary>
    public Task WaitForTextAsync(string text, int times = 1) => WaitForAsync(
        output => output.AsSpan().Count(text) >= times ? text : null, times == 1 ? $"'{text}'" : $"'{text}' for the {times}. time");

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

    public virtual async ValueTask DisposeAsync()
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

    /// <summary>Waits until something is found in what the program has said.</summary>
    protected async Task<T> WaitForAsync<T>(Func<string, T?> find, string what)
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
}
