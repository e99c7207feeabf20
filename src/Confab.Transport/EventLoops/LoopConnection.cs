using System.Runtime.Versioning;
using Confab.Polling;
using Confab.Transport.Connections;

namespace Confab.Transport.EventLoops;

/// <summary>
/// One TCP connection on an event loop: the pipe below its session, and its reader. An idle one holds no buffer. The descriptor is closed on the loop's
/// thread alone, which alone reads it; whoever sends does so under the connection's lock, and never after the end.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class LoopConnection(EventLoop loop, StreamDescriptor descriptor) : IWire, IPollable
{
    private LiveSession? _session;
    private ReadOnlyMemory<byte> _unsent;
    private int _slot = -1;
    private bool _isPaused;
    private bool _peerEnded;
    private bool _isReleased;
    private bool _endsWithReset;

    private LiveSession Session => _session ?? throw new InvalidOperationException("The connection has no session yet.");

    /// <summary>Begins; on the loop's thread.</summary>
    /// <param name="session">Whose pipe it is.</param>
    /// <param name="already">What was read before; it may be overwritten.</param>
    public void Begin(LiveSession session, Span<byte> already = default)
    {
        _session = session;
        _slot = loop.Watch(descriptor.Number, PollEvents.Readable, this);
        SessionHost.Start(session);
        if (!already.IsEmpty)
        {
            Hand(already, endOfRead: true);
        }
    }

    public void Ready(PollEvents happened)
    {
        if (!_unsent.IsEmpty && happened is not PollEvents.Readable)
        {
            GoOnSending();
        }

        if (_isReleased)
        {
            return;
        }

        if (_isPaused || _peerEnded)
        {
            // Nothing is read now, but a reset shows all the same, and would show for ever.
            if ((happened & (PollEvents.Broken | PollEvents.HungUp)) is not PollEvents.None)
            {
                Session.Connection.Abort();
            }
        }
        else if (happened is not PollEvents.Writable)
        {
            Read();
        }
    }

    public int TrySend(ReadOnlySpan<byte> bytes) => descriptor.TrySend(bytes);

    public void SendWhenWritable(ReadOnlyMemory<byte> bytes) => loop.Invoke(() =>
    {
        _unsent = bytes;
        ShowInterest();
    });

    public void ShutdownSend() => descriptor.ShutdownSend();

    // Not at once: the caller may be anywhere, and holds its connection's lock.
    public void Close(bool reset)
    {
        _endsWithReset = reset;
        loop.Post(Release);
    }

    private void Read()
    {
        var buffer = loop.ReadBuffer;
        switch (descriptor.TryReceive(buffer))
        {
            case null:
                break;
            case < 0:
                Session.Connection.Abort();
                break;
            case 0:
                EndInput();
                break;
            case var count:
                Hand(buffer.AsSpan(0, count.Value), endOfRead: count < buffer.Length);
                break;
        }
    }

    private void Hand(Span<byte> read, bool endOfRead)
    {
        try
        {
            if (!Session.Receive(read, endOfRead, out var wait))
            {
                EndInput();
            }
            else
            {
                var pause = Session.PauseAsync(wait);
                if (!pause.IsCompleted)
                {
                    _isPaused = true;
                    ShowInterest();
                    _ = ResumeAsync(pause);
                }
            }
        }
        catch (Exception defect)
        {
            GiveUp(defect);
        }
    }

    private async Task ResumeAsync(Task pause)
    {
        await pause;
        loop.Post(Resume);
    }

    private void Resume()
    {
        if (!_isReleased)
        {
            _isPaused = false;
            ShowInterest();
        }
    }

    private void EndInput()
    {
        _peerEnded = true;
        ShowInterest();
        Session.Connection.PeerEnded();
        _ = EndInputAsync();
    }

    // The peer sends no more. It is served what it asked for, then the session ends, and with it, after all was sent, the connection.
    private async Task EndInputAsync()
    {
        try
        {
            await Session.EndInputAsync(reason: null);
        }
        catch (Exception defect)
        {
            GiveUp(defect);
        }
    }

    private void GoOnSending()
    {
        var sent = descriptor.TrySend(_unsent.Span);
        if (sent >= 0 && sent < _unsent.Length)
        {
            _unsent = _unsent[sent..];
            return;
        }

        _unsent = default;
        ShowInterest();
        Session.Connection.OnSent(broken: sent < 0);
    }

    private void ShowInterest()
    {
        if (!_isReleased)
        {
            var reading = _isPaused || _peerEnded ? PollEvents.None : PollEvents.Readable;
            loop.Change(descriptor.Number, _unsent.IsEmpty ? reading : reading | PollEvents.Writable, _slot);
        }
    }

    private void GiveUp(Exception defect)
    {
        Session.Host.Broken(Session, defect);
        Session.Connection.Abort();
    }

    private void Release()
    {
        if (_isReleased)
        {
            return;
        }

        _isReleased = true;
        _unsent = default;
        if (_slot >= 0)
        {
            loop.Forget(descriptor.Number, _slot);
        }

        descriptor.Close(_endsWithReset);
        Session.Host.Closed(Session);
    }
}
