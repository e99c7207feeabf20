using Confab.Engine.Delivery;

namespace Confab.Transport.Connections;

// How a connection ends: all of it under the connection's lock.
public sealed partial class Connection
{
    private void BeginClose(CloseStyle style)
    {
        _closing = style;
        if (style == CloseStyle.Abort)
        {
            End(reset: true);
            return;
        }

        Pump();
        if (!_ended && !_ending)
        {
            _endTimer = _clock.CreateTimer(_ => Abort(), null, _limits.DrainTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    // Everything is out; now the end itself, in the dialect's way.
    private void BeginEnd(CloseStyle style)
    {
        if (_ending)
        {
            return;
        }

        _ending = true;
        _endTimer?.Dispose();
        if (style == CloseStyle.Reset)
        {
            _endTimer = _clock.CreateTimer(_ => Abort(), null, _limits.GoodbyeGap, Timeout.InfiniteTimeSpan);
        }
        else if (_peerEnded)
        {
            End(reset: false);
        }
        else
        {
            // Closing while unread input waits would turn into a reset that destroys our last words. So our direction ends, the reader
            // discards what still comes, and the connection closes when the peer has closed or time is up.
            _wire.ShutdownSend();
            _endTimer = _clock.CreateTimer(_ => EndNow(reset: false), null, _limits.DrainTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    private void GiveUp()
    {
        _onSlow($"{_backlog.Bytes + _paced.Bytes} bytes wait for a session that reads too slowly");
        _backlog.Clear();
        _paced.Clear();
        _sending = 0;
        var notice = _slowNotice();
        if (notice.IsEmpty || !_backlog.TryAddLast(notice.Span))
        {
            End(reset: true);
        }
        else
        {
            BeginClose(CloseStyle.Normal);
        }
    }

    // Its share of the budget has gone to others, unless it was given up for another reason meanwhile.
    private void GiveUpForOthers()
    {
        lock (_sync)
        {
            if (!_ended && _account.IsCondemned)
            {
                GiveUp();
            }
        }
    }

    private void EndNow(bool reset)
    {
        lock (_sync)
        {
            End(reset);
        }
    }

    private void End(bool reset)
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        _paceTimer?.Dispose();
        _endTimer?.Dispose();
        _backlog.Clear();
        _paced.Clear();
        _wire.Close(reset);
        _completion.TrySetResult();
    }
}
