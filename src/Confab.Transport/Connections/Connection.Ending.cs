using Confab.Engine.Delivery;
using Confab.Transport.Backlogs;

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

        SayFarewell();
        Pump();
        if (!_ended && !_ending)
        {
            _endTimer = _setup.Clock.CreateTimer(_ => Abort(), null, _setup.Limits.DrainTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    private void SayFarewell()
    {
        var farewell = _owner.Farewell;
        if (_ended || farewell.IsEmpty)
        {
            return;
        }

        _saidFarewell = true;
        var sent = NothingWaits && !_wireBusy ? _wire.TrySend(farewell.Span) : 0;
        if (sent < 0 || (sent < farewell.Length && !Waiting.Backlog.TryAddLast(farewell.Span[sent..])))
        {
            End(reset: true);
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
            _endTimer = _setup.Clock.CreateTimer(_ => Abort(), null, _setup.Limits.GoodbyeGap, Timeout.InfiniteTimeSpan);
        }
        else if (_peerEnded)
        {
            End(reset: false);
        }
        else
        {
            // Closing while unread input waits would turn into a reset that destroys our last words. So our direction ends, the reader
            // discards what still comes, and the connection closes when the peer has closed or time is up.
            if (!_saidFarewell)
            {
                _wire.ShutdownSend();
            }

            _endTimer = _setup.Clock.CreateTimer(_ => EndNow(reset: false), null, _setup.Limits.DrainTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    private void GiveUp()
    {
        var waiting = Waiting;
        _owner.TooSlow($"{waiting.Bytes} bytes wait for a session that reads too slowly");
        waiting.Clear();
        var notice = _owner.SlowReaderNotice;

        // A frame that has been sent in part cannot be ended with other words.
        if (_owner.Framing is not null || notice.IsEmpty || !waiting.Backlog.TryAddLast(notice.Span))
        {
            End(reset: true);
        }
        else
        {
            BeginClose(CloseStyle.Normal);
        }
    }

    void IBacklogHolder.GiveUpForOthers(BacklogAccount account)
    {
        lock (_wire)
        {
            if (!_ended && account.IsCondemned && _waiting?.Account == account)
            {
                GiveUp();
            }
        }
    }

    private void EndNow(bool reset)
    {
        lock (_wire)
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
        _endTimer?.Dispose();
        if (_waiting is not null)
        {
            _waiting.PaceTimer?.Dispose();
            _waiting.Clear();
        }

        _wire.Close(reset);
        _completion?.TrySetResult();
    }
}
