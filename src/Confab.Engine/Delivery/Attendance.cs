using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Engine.Sessions;
using Confab.Storage;

namespace Confab.Engine.Delivery;

/// <summary>
/// Delivery's own record of who is connected, whose sessions they are and who hears which room, made from the events alone. Owned by the delivery loop.
/// </summary>
internal sealed class Attendance(IMessageLog log, EngineOptions options, IEngineEvents events)
{
    private readonly Dictionary<SessionId, EngineSession> _sessions = [];
    private readonly Dictionary<UserId, List<EngineSession>> _users = [];
    private readonly Dictionary<string, RoomFeed> _feeds = new(StringComparer.Ordinal);
    private readonly List<EngineSession> _observers = [];

    public IReadOnlyCollection<EngineSession> Sessions => _sessions.Values;

    /// <summary>The consoles, which hear everything.</summary>
    public IReadOnlyList<EngineSession> Observers => _observers;

    public EngineSession? Find(SessionId session) => _sessions.GetValueOrDefault(session);

    public RoomFeed? FindFeed(RoomName room) => _feeds.GetValueOrDefault(room.Key);

    public IReadOnlyList<EngineSession> SessionsOf(Participant who) => _users.TryGetValue(who.User, out var sessions) ? sessions : [];

    public void Open(EngineSession session) => _sessions.Add(session.Id, session);

    public void Close(EngineSession session) => _sessions.Remove(session.Id);

    public void SignOn(Participant who)
    {
        if (_sessions.TryGetValue(who.Session, out var session))
        {
            Belong(session, who.User);
            if (who.IsServer)
            {
                _observers.Add(session);
            }
        }
    }

    public void SignOff(Participant who)
    {
        if (_users.Remove(who.User, out var sessions))
        {
            foreach (var session in sessions)
            {
                session.IsSignedOn = false;
            }
        }

        _observers.RemoveAll(observer => observer.Id == who.Session);
    }

    public void Attach(SessionAttached attached)
    {
        if (_sessions.TryGetValue(attached.Who.Session, out var session))
        {
            Belong(session, attached.Who.User);
            foreach (var (room, after) in attached.Rooms)
            {
                Enter(session, FeedOf(room, after));
            }
        }
    }

    public void Detach(Participant who)
    {
        if (_sessions.TryGetValue(who.Session, out var session) && _users.TryGetValue(who.User, out var sessions))
        {
            sessions.Remove(session);
            session.IsSignedOn = false;
            foreach (var room in session.Rooms.ToArray())
            {
                Leave(session, room);
            }
        }
    }

    public void Enter(MemberJoined joined)
    {
        if (SessionsOf(joined.Actor) is { Count: > 0 } sessions)
        {
            var feed = FeedOf(joined.Room, joined.After);
            foreach (var session in sessions)
            {
                Enter(session, feed);
            }
        }
    }

    public void Leave(Participant who, RoomName room)
    {
        foreach (var session in SessionsOf(who))
        {
            Leave(session, room);
        }
    }

    public void ChangeForm(EngineSession session, WireForm form)
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

    private void Belong(EngineSession session, UserId user)
    {
        if (!_users.TryGetValue(user, out var sessions))
        {
            sessions = [];
            _users.Add(user, sessions);
        }

        sessions.Add(session);
        session.User = user;
        session.IsSignedOn = true;
    }

    private static void Enter(EngineSession session, RoomFeed feed)
    {
        feed.Add(session, session.Form);
        session.Rooms.Add(feed.Room);
    }

    private void Leave(EngineSession session, RoomName room)
    {
        if (_feeds.TryGetValue(room.Key, out var feed) && session.Rooms.Remove(room))
        {
            feed.Remove(session, session.Form);
            if (feed.Count == 0)
            {
                _feeds.Remove(room.Key);
            }
        }
    }

    private RoomFeed FeedOf(RoomName room, long last)
    {
        if (!_feeds.TryGetValue(room.Key, out var feed))
        {
            feed = new RoomFeed(room, options.RecentEntries);
            _feeds.Add(room.Key, feed);
            Load(feed, last);
        }

        return feed;
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
}
