using System.Globalization;

namespace Confab.Cli.Benching.Results;

/// <summary>Says how far a measurement is, about twice a second.</summary>
/// <param name="output">Where to; null for nowhere.</param>
/// <param name="isTerminal">Whether each word may take the place of the last one.</param>
internal sealed class BenchProgress(TextWriter? output, bool isTerminal)
{
    private const long Pause = 500_000_000;
    private const string EraseLine = "\r\e[K";

    private long _next = Pause;
    private long _lastDeliveries;
    private long _lastTime;
    private bool _isShown;

    public void SigningOn(long now, int arrived, int all)
    {
        if (IsTime(now))
        {
            Show($"signing on: {arrived} of {all}");
        }
    }

    /// <summary>Senders speak.</summary>
    /// <param name="now">In nanoseconds since the run began.</param>
    /// <param name="left">How many nanoseconds it goes on.</param>
    /// <param name="deliveries">How many there were so far.</param>
    /// <param name="broken">How many connections were lost.</param>
    public void Speaking(long now, long left, long deliveries, int broken)
    {
        if (IsTime(now))
        {
            var perSecond = (deliveries - _lastDeliveries) / ((now - _lastTime) / 1e9);
            (_lastDeliveries, _lastTime) = (deliveries, now);
            Show($"{left / 1e9:0} s to go, {perSecond:N0} deliveries/s{(broken > 0 ? $", {broken} disconnected" : "")}");
        }
    }

    public void Draining(long now, long missing)
    {
        if (IsTime(now))
        {
            Show($"waiting for {missing:N0} deliveries");
        }
    }

    /// <summary>Leaves nothing on a terminal's last line.</summary>
    public void End()
    {
        if (_isShown && isTerminal)
        {
            output!.Write(EraseLine);
        }
    }

    private bool IsTime(long now)
    {
        if (output is null || now < _next)
        {
            return false;
        }

        _next = now + Pause;
        return true;
    }

    private void Show(FormattableString text)
    {
        _isShown = true;
        var line = text.ToString(CultureInfo.InvariantCulture);
        output!.Write(isTerminal ? $"{EraseLine}{line}" : $"{line}\n");
    }
}
