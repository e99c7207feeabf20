namespace Confab.Simulation.Tests.Clients;

/// <summary>
/// Makes lines of text that comes cut anywhere. The server may drop what waits for a slow reader in the middle of a line and say so on the next one,
/// so a slow reader looks at a line only when it has the one behind it.
/// </summary>
internal sealed class LineReader(string notice, Action<string> hear)
{
    private string _rest = string.Empty;
    private string? _held;

    public void Reset() => (_rest, _held) = (string.Empty, null);

    public void Hear(Visit visit, string text)
    {
        _rest += text;
        for (var end = _rest.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = _rest.IndexOf('\n', StringComparison.Ordinal))
        {
            var line = _rest[..end];
            _rest = _rest[(end + 1)..];
            if (visit.IsSlow && line.Contains(notice, StringComparison.Ordinal))
            {
                visit.IsGivenUp = true;
            }

            if (visit.IsGivenUp)
            {
                return;
            }

            Pass();
            _held = line;
        }

        if (!visit.IsSlow)
        {
            Pass();
        }
    }

    private void Pass()
    {
        if (_held is { } line)
        {
            _held = null;
            hear(line);
        }
    }
}
