using System.Text;

namespace Confab.Cli.Tests.Piping;

/// <summary>Text that a test can wait for.</summary>
internal sealed class SignalWriter : TextWriter
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly SemaphoreSlim _changed = new(0);

    public override Encoding Encoding => Encoding.UTF8;

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    public override void Write(char value)
    {
        lock (_gate)
        {
            _text.Append(value);
        }

        if (value == '\n')
        {
            _changed.Release();
        }
    }

    public async Task<string[]> LinesAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lines = Text.Split('\n', StringSplitOptions.None)[..^1];
            if (lines.Length >= count)
            {
                return lines;
            }

            await _changed.WaitAsync(cancellationToken);
        }
    }
}
