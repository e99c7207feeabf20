using Confab.Chat.Events;
using Confab.Engine.Sessions;
using Confab.Engine.Ticks;

namespace Confab.Engine.Delivery;

/// <summary>
/// What one pass of delivery has for whom, and its sending. What a room's members hear alike is encoded once for each wire form, into one buffer that
/// all of them are sent from. Owned by the delivery loop.
/// </summary>
internal sealed class Outbox
{
    // More than a tick says in an ordinary room; a larger buffer is given back to the collector.
    private const int KeepBytes = 256 * 1024;

    private const int KeepBuffers = 64;

    // How often, in sessions, a long pass looks at the time.
    private const int LookEvery = 16;

    private readonly List<EngineSession> _touched = [];
    private readonly List<RoomAudience> _speaking = [];
    private readonly Stack<TickBuffer> _free = new();

    /// <summary>Takes what is for one session alone.</summary>
    public TickBuffer Private { get; } = new();

    /// <summary>Encodes an event for those who hear it alike.</summary>
    public Segment Encode(RoomAudience audience, ChatEvent happened)
    {
        if (audience.Buffer is not { } buffer)
        {
            buffer = _free.TryPop(out var free) ? free : new TickBuffer();
            audience.Buffer = buffer;
            _speaking.Add(audience);
        }

        var first = buffer.Count;
        try
        {
            audience.Form.Encode(happened, buffer);
        }
        catch
        {
            buffer.TakeBack(first);
            throw;
        }

        buffer.EndMessage();
        return new Segment(buffer, first, buffer.Count);
    }

    /// <summary>Adds to what a session gets in this pass.</summary>
    public void Add(EngineSession session, in Segment segment)
    {
        if (session.IsClosed)
        {
            return;
        }

        if (session.Pending.IsEmpty)
        {
            _touched.Add(session);
        }

        session.Pending.Add(segment);
    }

    /// <summary>Sends now what a session has so far.</summary>
    public static void Deliver(EngineSession session)
    {
        if (!session.Pending.IsEmpty)
        {
            session.Pending.DeliverTo(session.Output, session.Form.IsPaced);
        }
    }

    /// <summary>Sends everything.</summary>
    public void Flush()
    {
        foreach (var session in _touched)
        {
            Deliver(session);
        }

        Clear();
    }

    /// <summary>Sends everything, and tells when the next tick may begin: when what is left takes no longer than its commit will.</summary>
    /// <param name="pace">Is told.</param>
    /// <param name="ticks">How many ticks it was prepared from.</param>
    public void Flush(TickPace pace, int ticks)
    {
        var begun = pace.Clock.GetTimestamp();
        var commit = pace.CommitTime;
        var told = false;
        for (var i = 0; i < _touched.Count; i++)
        {
            if (!told && i % LookEvery == 0 && (pace.Clock.GetTimestamp() - begun) * (_touched.Count - i) <= commit * i)
            {
                told = true;
                pace.NearlyDelivered(ticks);
            }

            Deliver(_touched[i]);
        }

        if (_touched.Count > 0)
        {
            pace.Passed(pace.Clock.GetTimestamp() - begun);
        }

        if (!told)
        {
            pace.NearlyDelivered(ticks);
        }

        Clear();
    }

    private void Clear()
    {
        _touched.Clear();
        Private.Clear(KeepBytes);
        foreach (var audience in _speaking)
        {
            audience.Buffer!.Clear(KeepBytes);
            if (_free.Count < KeepBuffers)
            {
                _free.Push(audience.Buffer);
            }

            audience.Buffer = null;
        }

        _speaking.Clear();
    }
}
