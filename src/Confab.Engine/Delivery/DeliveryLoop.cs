using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;
using Confab.Engine.Sessions;
using Confab.Engine.Ticks;
using Confab.Storage;

namespace Confab.Engine.Delivery;

/// <summary>
/// Who hears what. Takes committed ticks in order, encodes each event once per wire form, and hands every session what the tick has for it in one
/// call. Keeps its own record of who sits where, made from the events alone; knows no rules.
/// </summary>
internal sealed partial class DeliveryLoop
{
    private readonly DeliveryShard _shard;
    private readonly IEngineEvents _events;
    private readonly Outbox _outbox = new();
    private readonly SessionWriter _writer = new();
    private readonly Attendance _attendance;
    private long _stamp;

    public DeliveryLoop(DeliveryShard shard, IMessageLog log, EngineOptions options, IEngineEvents events)
    {
        _shard = shard;
        _events = events;
        _attendance = new Attendance(_outbox, log, options, events);
    }

    /// <summary>Prepares what one tick has for each session.</summary>
    public void Take(Tick tick)
    {
        foreach (var outcome in tick.Outcomes)
        {
            // By hand, as everywhere on the way of a message: an enumerator of an interface is an object.
            for (var i = 0; i < outcome.Events.Count; i++)
            {
                Spread(outcome.Events[i], outcome.Session);
            }

            if (outcome.Session.Shard == _shard)
            {
                Answer(outcome);
            }
        }

        if (tick.IsLast)
        {
            foreach (var session in _attendance.Sessions)
            {
                Show(session, ServerStopping.Instance);
            }
        }
    }

    /// <summary>Sends what was prepared.</summary>
    public void Flush() => _outbox.Flush();

    private void Answer(in Outcome outcome)
    {
        var session = outcome.Session;
        if (outcome.Reply is Opened)
        {
            _attendance.Open(session);
        }

        if (outcome.Reply is not null && !session.IsClosed)
        {
            Show(session, new Answer(outcome.Request, outcome.Reply, outcome.Tag, FeedOfJoin(outcome.Events), _attendance), happened: null);
        }

        if (outcome.Ends)
        {
            _attendance.Close(session);
        }

        session.Answered();
    }

    private RoomFeed? FeedOfJoin(IReadOnlyList<ChatEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is MemberJoined joined)
            {
                return _attendance.FindFeed(joined.Room);
            }
        }

        return null;
    }

    private void Spread(ChatEvent happened, EngineSession asker)
    {
        _stamp++;
        switch (happened)
        {
            case SignedOn on:
                _attendance.SignOn(on.Who);
                break;
            case SignedOff off:
                SpreadToUser(off, asker);
                _attendance.SignOff(off.Who);
                break;
            case SessionAttached attached:
                _attendance.Attach(attached);
                return;
            case SessionDetached detached:
                _attendance.Detach(detached.Who);
                return;
            case MemberJoined joined:
                _attendance.Enter(joined);
                SpreadToOwn(joined, joined.Actor, asker);
                SpreadToRoom(joined.Room, joined, joined.Actor, asker);
                break;
            case MemberLeft left:
                SpreadToOwn(left, left.Actor, asker);
                _attendance.Leave(left.Actor, left.Room);
                SpreadToRoom(left.Room, left, left.Actor, asker);
                break;
            case MemberKicked kicked:
                _attendance.Leave(kicked.Victim, kicked.Room);
                SpreadToRoom(kicked.Room, kicked, kicked.Actor, asker);
                ShowToUser(kicked.Victim, kicked, asker);
                break;
            case PrivateMessagePosted message:
                ShowToUser(message.To, message, asker);
                SpreadToOwn(message, message.From, asker);
                return;
            case PrivateEvent message:
                ShowToUser(message.To, message, asker);
                SpreadToOwn(message, message.From, asker);
                return;
            case RoomEntry entry:
                _attendance.FindFeed(entry.Room)?.Remember(entry);
                SpreadToRoom(entry.Room, entry, entry.Actor, asker);
                break;
            case RoomEvent other:
                SpreadToRoom(other.Room, other, other.Actor, asker);
                break;
            case UserEvent user:
                SpreadToUser(user, asker);
                break;
            case SessionEnded ended:
                End(ended, asker);
                return;
            case DirectEvent direct:
                ShowToAll(direct, asker);
                return;
            case ServerAnnounced announced:
                SpreadBeside(announced);
                return;
        }

        foreach (var observer in _attendance.Observers)
        {
            Show(observer, happened);
        }
    }

    // Everybody who shares a room with the user, its own other sessions also where it sits in none, and those who watch it.
    private void SpreadToUser(UserEvent happened, EngineSession asker)
    {
        foreach (var room in happened.Rooms)
        {
            SpreadToRoom(room, happened, happened.Actor, asker);
        }

        if (!happened.ForOthersOnly)
        {
            SpreadToOwn(happened, happened.Actor, asker);
        }

        foreach (var watcher in happened.Watchers)
        {
            if (_attendance.Find(watcher) is { } session)
            {
                ShowOnce(session, happened, asker);
            }
        }
    }

    // A door that answers its sessions' deeds tells the other sessions of the same user what that user did.
    private void SpreadToOwn(ChatEvent happened, Participant actor, EngineSession asker)
    {
        for (var own = _attendance.FirstOf(actor); own is not null; own = own.NextOfUser)
        {
            if (own.Form.AnswersOwnDeeds)
            {
                ShowOnce(own, happened, asker);
            }
        }
    }

    private void ShowOnce(EngineSession session, ChatEvent happened, EngineSession asker)
    {
        if (session.SeenStamp != _stamp && !IsAnswered(session, asker))
        {
            session.SeenStamp = _stamp;
            Show(session, happened);
        }
    }

    private void ShowToAll(DirectEvent happened, EngineSession asker)
    {
        foreach (var to in happened.To)
        {
            if (_attendance.Find(to) is { } session)
            {
                ShowOnce(session, happened, asker);
            }
        }
    }

    private void End(SessionEnded ended, EngineSession asker)
    {
        if (_attendance.Find(ended.Session) is { } session && !IsAnswered(session, asker))
        {
            Show(session, ended);
            if (!session.IsClosed)
            {
                Close(session, CloseStyle.Normal);
            }
        }
    }

    private static bool IsAnswered(EngineSession session, EngineSession asker) => session == asker && session.Form.AnswersOwnDeeds;

    private void SpreadBeside(ServerAnnounced announced)
    {
        foreach (var session in _attendance.Sessions)
        {
            if (session.IsSignedOn && session.Id != announced.Actor.Session && Array.IndexOf(session.Rooms, announced.PostedTo) < 0)
            {
                Show(session, announced);
            }
        }
    }

    private void ShowToUser(Participant who, ChatEvent happened, EngineSession asker)
    {
        for (var session = _attendance.FirstOf(who); session is not null; session = session.NextOfUser)
        {
            ShowOnce(session, happened, asker);
        }
    }

    private void Show(EngineSession session, ChatEvent happened)
    {
        if (!session.IsClosed)
        {
            Show(session, default, happened);
        }
    }

    // The one place where a view is called. A defect in it ends its own session and nobody else's.
    private void Show(EngineSession session, in Answer answer, ChatEvent? happened)
    {
        if (session.Output.Framing != session.Framing)
        {
            Change(session, session.Form, session.Output.Framing);
        }

        _writer.Begin(_outbox.PrivateOf(session));
        var first = _writer.Buffer.Count;
        try
        {
            if (happened is null)
            {
                session.View.Show(answer, _writer);
            }
            else
            {
                session.View.Show(happened, _writer);
            }
        }
        catch (Exception defect)
        {
            _writer.Buffer.TakeBack(first);
            Break(session, defect);
            return;
        }

        Finish(session, first);
    }

    private void Break(EngineSession session, Exception defect)
    {
        if (!session.IsClosed)
        {
            _events.SessionBroken(session.Origin, defect);
            Close(session, CloseStyle.Abort);
        }
    }

    private void Finish(EngineSession session, int first)
    {
        _writer.Buffer.EndMessage();
        if (session.View.Form != session.Form)
        {
            Change(session, session.View.Form, session.Framing);
        }

        if (_writer.Buffer.Count > first)
        {
            _outbox.Add(session, new Segment(_writer.Buffer, first, _writer.Buffer.Count));
        }

        if (_writer.Closing is { } style)
        {
            Close(session, style);
        }
    }

    // What was said before goes out in the form that it was said in; what is said now is in the new one.
    private void Change(EngineSession session, WireForm form, Framing? framing)
    {
        _outbox.Deliver(session);
        _attendance.ChangeForm(session, form, framing);
    }

    private void Close(EngineSession session, CloseStyle style)
    {
        _outbox.Deliver(session);
        session.IsClosed = true;
        session.Output.Close(style);
    }
}
