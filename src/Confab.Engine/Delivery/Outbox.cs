using Confab.Chat.Events;
using Confab.Engine.Sessions;

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

    private readonly List<EngineSession> _touched = [];
    private readonly List<RoomAudience> _speaking = [];
    private readonly Stack<TickBuffer> _free = new();

    // For sessions that hear more than one run of messages in a pass.
    private readonly Stack<List<Segment>> _lists = new();

    // What is for one session alone, in each framing that there is: one or two.
    private readonly List<TickBuffer> _private = [new TickBuffer()];

    /// <summary>Takes what is for one session alone.</summary>
    public TickBuffer PrivateOf(EngineSession session)
    {
        foreach (var buffer in _private)
        {
            if (buffer.Framing == session.Framing)
            {
                return buffer;
            }
        }

        var added = new TickBuffer { Framing = session.Framing };
        _private.Add(added);
        return added;
    }

    /// <summary>Encodes an event for those who hear it alike. The residents hear it without more being done; see <see cref="Spare"/>.</summary>
    public Segment Encode(RoomAudience audience, ChatEvent happened)
    {
        if (audience.Buffer is not { } buffer)
        {
            buffer = _free.TryPop(out var free) ? free : new TickBuffer();
            buffer.Framing = audience.Framing;
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

    /// <summary>Keeps from a resident what was said last in its room.</summary>
    public void Spare(EngineSession resident, in Segment segment)
    {
        CatchUp(resident, segment.First);
        resident.HeardUntil = segment.End;
    }

    /// <summary>Adds to what a session gets in this pass, behind what its room has said so far.</summary>
    public void Add(EngineSession session, in Segment segment)
    {
        if (session.IsClosed)
        {
            return;
        }

        CatchUp(session);
        Append(session, segment);
    }

    /// <summary>
    /// Gives a resident what its room has said so far. To be called before it hears anything else, and before it becomes or ceases to be a resident.
    /// </summary>
    public void CatchUp(EngineSession session)
    {
        if (session.Home?.Buffer is { } buffer)
        {
            CatchUp(session, buffer.Count);
        }
    }

    /// <summary>Sends now what a session has so far.</summary>
    public void Deliver(EngineSession session)
    {
        CatchUp(session);
        Send(session);
    }

    /// <summary>Sends everything.</summary>
    public void Flush()
    {
        foreach (var audience in _speaking)
        {
            var all = new Segment(audience.Buffer!, 0, audience.Buffer!.Count);
            foreach (var resident in audience.Residents)
            {
                Send(resident, all);
            }
        }

        foreach (var session in _touched)
        {
            Send(session);
        }

        Clear();
    }

    private void CatchUp(EngineSession resident, int until)
    {
        var from = resident.HeardUntil;
        resident.HeardUntil = until;
        if (from < until && !resident.IsClosed)
        {
            Append(resident, new Segment(resident.Home!.Buffer!, from, until));
        }
    }

    private void Append(EngineSession session, in Segment segment)
    {
        if (session.Pending.IsEmpty)
        {
            _touched.Add(session);
        }

        session.Pending.Add(segment, _lists);
    }

    private void Send(EngineSession session)
    {
        if (!session.Pending.IsEmpty)
        {
            session.Pending.DeliverTo(session.Output, session.IsPaced, _lists);
        }
    }

    // The usual case: somebody who heard nothing but the room, and all of it.
    private void Send(EngineSession resident, in Segment all)
    {
        var from = resident.HeardUntil;
        resident.HeardUntil = 0;
        if (resident.IsClosed)
        {
            return;
        }

        if (!resident.Pending.IsEmpty)
        {
            if (from < all.End)
            {
                resident.Pending.Add(all with { First = from }, _lists);
            }

            Send(resident);
        }
        else if (from < all.End)
        {
            resident.Output.Deliver([all with { First = from }], resident.IsPaced);
        }
    }

    private void Clear()
    {
        _touched.Clear();
        foreach (var buffer in _private)
        {
            buffer.Clear(KeepBytes);
        }

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
