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
internal sealed class DeliveryLoop(IMessageLog log, EngineOptions options, IEngineEvents events)
{
    private const int KeepBytes = 1 << 20;

    private readonly Dictionary<SessionId, EngineSession> _sessions = [];
    private readonly Dictionary<string, RoomFeed> _feeds = new(StringComparer.Ordinal);
    private readonly List<EngineSession> _observers = [];
    private readonly List<EngineSession> _touched = [];
    private readonly Dictionary<WireForm, FormTick> _forms = [];
    private readonly TickBuffer _private = new();
    private long _stamp;

    /// <summary>Delivers one tick.</summary>
    public void Release(Tick tick)
    {
        foreach (var outcome in tick.Outcomes)
        {
            foreach (var happened in outcome.Events)
            {
                Spread(happened);
            }

            Answer(outcome);
        }

        if (tick.IsLast)
        {
            foreach (var session in _sessions.Values)
            {
                Show(session, ServerStopping.Instance);
            }
        }

        Flush();
    }

    private void Answer(in Outcome outcome)
    {
        var session = outcome.Session;
        if (outcome.Reply is Opened)
        {
            _sessions.Add(session.Id, session);
        }

        if (outcome.Reply is not null && !session.IsClosed)
        {
            var joined = outcome.Events.OfType<MemberJoined>().FirstOrDefault();
            var feed = joined is null ? null : _feeds.GetValueOrDefault(joined.Room.Key);
            Show(session, new Answer(outcome.Request, outcome.Reply, outcome.Tag, feed), happened: null);
        }

        if (outcome.Reply is Goodbye)
        {
            _sessions.Remove(session.Id);
        }

        session.Answered();
    }

    private void Spread(ChatEvent happened)
    {
        _stamp++;
        switch (happened)
        {
            case SignedOn on:
                SignOn(on.Who);
                break;
            case SignedOff off:
                _observers.RemoveAll(observer => observer.Id == off.Who.Session);
                break;
            case MemberJoined joined:
                Enter(joined);
                SpreadToRoom(joined.Room, joined, joined.Actor);
                break;
            case MemberLeft left:
                Leave(left.Actor, left.Room);
                SpreadToRoom(left.Room, left, left.Actor);
                break;
            case MemberKicked kicked:
                Leave(kicked.Victim, kicked.Room);
                SpreadToRoom(kicked.Room, kicked, kicked.Actor);
                ShowTo(kicked.Victim, kicked);
                break;
            case RoomEntry entry:
                _feeds.GetValueOrDefault(entry.Room.Key)?.Remember(entry);
                SpreadToRoom(entry.Room, entry, entry.Actor);
                break;
            case NicknameChanged changed:
                foreach (var room in changed.Rooms)
                {
                    SpreadToRoom(room, changed, changed.After);
                }

                break;
            case PrivateMessagePosted message:
                ShowTo(message.To, message);
                return;
            case ServerAnnounced announced:
                SpreadBeside(announced);
                return;
        }

        foreach (var observer in _observers)
        {
            Show(observer, happened);
        }
    }

    private void SignOn(Participant who)
    {
        if (_sessions.TryGetValue(who.Session, out var session))
        {
            session.IsSignedOn = true;
            if (who.IsServer)
            {
                _observers.Add(session);
            }
        }
    }

    private void Enter(MemberJoined joined)
    {
        if (!_sessions.TryGetValue(joined.Actor.Session, out var session))
        {
            return;
        }

        if (!_feeds.TryGetValue(joined.Room.Key, out var feed))
        {
            feed = new RoomFeed(joined.Room, options.RecentEntries);
            _feeds.Add(joined.Room.Key, feed);
            Load(feed, joined.After);
        }

        feed.Add(session, session.Form);
        session.Rooms.Add(joined.Room);
    }

    private void Load(RoomFeed feed, long last)
    {
        if (last == 0)
        {
            return;
        }

        try
        {
            feed.Load(log.Read(new RangeQuery(feed.Room.Key, After: 0, Before: last + 1, options.RecentEntries, FromNewest: true)));
        }
        catch (LogUnavailableException unavailable)
        {
            events.RecentUnavailable(feed.Room, unavailable);
        }
    }

    private void Leave(Participant who, RoomName room)
    {
        if (_sessions.TryGetValue(who.Session, out var session) && _feeds.TryGetValue(room.Key, out var feed))
        {
            session.Rooms.Remove(room);
            feed.Remove(session, session.Form);
            if (feed.Count == 0)
            {
                _feeds.Remove(room.Key);
            }
        }
    }

    private void SpreadToRoom(RoomName room, ChatEvent happened, Participant actor)
    {
        if (!_feeds.TryGetValue(room.Key, out var feed))
        {
            return;
        }

        foreach (var (form, sessions) in feed.ByForm)
        {
            if (!TryEncode(form, happened, sessions, out var segment) || segment.End == segment.First)
            {
                continue;
            }

            var echoes = form.Echoes(happened);
            foreach (var session in sessions)
            {
                // The stamp keeps an event that spreads to several rooms from reaching anybody twice.
                if (session.SeenStamp != _stamp && (echoes || session.Id != actor.Session))
                {
                    session.SeenStamp = _stamp;
                    Add(session, segment);
                }
            }
        }
    }

    private void SpreadBeside(ServerAnnounced announced)
    {
        foreach (var session in _sessions.Values)
        {
            if (session.IsSignedOn && session.Id != announced.Actor.Session && !session.Rooms.Contains(announced.PostedTo))
            {
                Show(session, announced);
            }
        }
    }

    // A form that cannot say something ends the sessions that should have heard it: they are told nothing wrong, and nobody else notices.
    private bool TryEncode(WireForm form, ChatEvent happened, List<EngineSession> sessions, out Segment segment)
    {
        if (!_forms.TryGetValue(form, out var tick))
        {
            tick = new FormTick();
            _forms.Add(form, tick);
        }

        try
        {
            segment = tick.Encode(form, happened, _stamp);
            return true;
        }
        catch (Exception defect)
        {
            foreach (var session in sessions)
            {
                Break(session, defect);
            }

            segment = default;
            return false;
        }
    }

    private void ShowTo(Participant who, ChatEvent happened)
    {
        if (_sessions.TryGetValue(who.Session, out var session))
        {
            Show(session, happened);
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
        var writer = new SessionWriter(_private);
        var first = _private.Count;
        try
        {
            if (happened is null)
            {
                session.View.Show(answer, writer);
            }
            else
            {
                session.View.Show(happened, writer);
            }
        }
        catch (Exception defect)
        {
            _private.TakeBack(first);
            Break(session, defect);
            return;
        }

        Finish(session, writer, first);
    }

    private void Break(EngineSession session, Exception defect)
    {
        if (!session.IsClosed)
        {
            events.SessionBroken(session.Origin, defect);
            Close(session, CloseStyle.Abort);
        }
    }

    private void Finish(EngineSession session, SessionWriter writer, int first)
    {
        _private.EndMessage();

        // What was said before goes out in the form that it was said in; what is said now is in the new one.
        if (session.View.Form != session.Form)
        {
            Deliver(session);
            ChangeForm(session, session.View.Form);
        }

        if (_private.Count > first)
        {
            Add(session, new Segment(_private, first, _private.Count));
        }

        if (writer.Closing is { } style)
        {
            Close(session, style);
        }
    }

    private static void Close(EngineSession session, CloseStyle style)
    {
        Deliver(session);
        session.IsClosed = true;
        session.Output.Close(style);
    }

    private void ChangeForm(EngineSession session, WireForm form)
    {
        foreach (var room in session.Rooms)
        {
            if (_feeds.TryGetValue(room.Key, out var feed))
            {
                feed.Remove(session, session.Form);
                feed.Add(session, form);
            }
        }

        session.Form = form;
    }

    private void Add(EngineSession session, in Segment segment)
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

    private static void Deliver(EngineSession session)
    {
        if (!session.Pending.IsEmpty)
        {
            session.Pending.DeliverTo(session.Output, session.Form.IsPaced);
        }
    }

    private void Flush()
    {
        foreach (var session in _touched)
        {
            Deliver(session);
        }

        _touched.Clear();
        _private.Clear(KeepBytes);
        foreach (var form in _forms.Values)
        {
            form.Buffer.Clear(KeepBytes);
        }
    }
}
