using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Sessions;
using Confab.Chat.Tables;
using Confab.Engine.Sessions;
using Confab.Storage;

namespace Confab.Engine.Delivery;

/// <summary>
/// Delivery's own record of who is connected, whose sessions they are and who hears which room, made from the events alone. Owned by the delivery loop.
/// </summary>
internal sealed class Attendance(Outbox outbox, IMessageLog log, EngineOptions options, IEngineEvents events)
{
    private readonly KeyedSet<SessionId, EngineSession> _sessions = new(session => session.Id);

    // The session that leads on to the others of its user, where that is not the one that the user came with.
    private readonly Dictionary<UserId, EngineSession> _leading = [];
    private readonly Dictionary<string, RoomFeed> _feeds = new(StringComparer.Ordinal);
    private readonly List<EngineSession> _observers = [];

    public IReadOnlyCollection<EngineSession> Sessions => _sessions;

    /// <summary>The consoles, which hear everything.</summary>
    public IReadOnlyList<EngineSession> Observers => _observers;

    public EngineSession? Find(SessionId session) => _sessions.Find(session);

    public RoomFeed? FindFeed(RoomName room) => _feeds.GetValueOrDefault(room.Key);

    /// <summary>The first session of a user here; null where it has none. The others follow by <see cref="EngineSession.NextOfUser"/>.</summary>
    public EngineSession? FirstOf(Participant who) => FirstOf(who.User);

    public void Open(EngineSession session) => _sessions.Add(session);

    public void Close(EngineSession session) => _sessions.Remove(session.Id);

    public void SignOn(Participant who)
    {
        if (Find(who.Session) is { } session)
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
        for (var session = FirstOf(who); session is not null; session = session.NextOfUser)
        {
            session.IsSignedOn = false;
        }

        _leading.Remove(who.User);

        _observers.RemoveAll(observer => observer.Id == who.Session);
    }

    public void Attach(SessionAttached attached)
    {
        if (Find(attached.Who.Session) is { } session)
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
        if (Find(who.Session) is { IsSignedOn: true } session)
        {
            Part(session);
            session.IsSignedOn = false;
            foreach (var room in session.Rooms)
            {
                Leave(session, room);
            }
        }
    }

    public void Enter(MemberJoined joined)
    {
        if (FirstOf(joined.Actor) is { } first)
        {
            var feed = FeedOf(joined.Room, joined.After);
            for (var session = first; session is not null; session = session.NextOfUser)
            {
                Enter(session, feed);
            }
        }
    }

    public void Leave(Participant who, RoomName room)
    {
        for (var session = FirstOf(who); session is not null; session = session.NextOfUser)
        {
            Leave(session, room);
        }
    }

    /// <summary>Lets a session hear its rooms in another way. What it has heard must have been delivered before.</summary>
    public void ChangeForm(EngineSession session, WireForm form, Framing? framing)
    {
        var (formerForm, formerFraming) = (session.Form, session.Framing);
        foreach (var room in session.Rooms)
        {
            if (_feeds.TryGetValue(room.Key, out var feed))
            {
                (session.Form, session.Framing) = (formerForm, formerFraming);
                feed.Remove(session);
                (session.Form, session.Framing) = (form, framing);
                feed.Add(session, asResident: session.Rooms.Length == 1);
            }
        }

        (session.Form, session.Framing) = (form, framing);
    }

    private void Belong(EngineSession session, UserId user)
    {
        session.NextOfUser = FirstOf(user);
        Lead(user, session);
        session.User = user;
        session.IsSignedOn = true;
    }

    private EngineSession? FirstOf(UserId user) =>
        _leading.GetValueOrDefault(user) ?? (Find(user.FirstSession) is { IsSignedOn: true } own && own.User == user ? own : null);

    private void Lead(UserId user, EngineSession? session)
    {
        if (session is null || session.Id == user.FirstSession)
        {
            _leading.Remove(user);
        }
        else
        {
            _leading[user] = session;
        }
    }

    private void Part(EngineSession session)
    {
        if (FirstOf(session.User) is not { } first)
        {
            return;
        }

        if (first == session)
        {
            Lead(session.User, session.NextOfUser);
        }
        else
        {
            var before = first;
            while (before.NextOfUser is { } next && next != session)
            {
                before = next;
            }

            before.NextOfUser = session.NextOfUser;
        }

        session.NextOfUser = null;
    }

    private void Enter(EngineSession session, RoomFeed feed)
    {
        outbox.CatchUp(session);
        if (session.Home is not null && _feeds.TryGetValue(session.Rooms[0].Key, out var home))
        {
            home.Remove(session);
            home.Add(session, asResident: false);
        }

        session.Rooms = session.Rooms.Length == 0 ? feed.Alone : [.. session.Rooms, feed.Room];
        feed.Add(session, asResident: session.Rooms.Length == 1);
    }

    private void Leave(EngineSession session, RoomName room)
    {
        if (!_feeds.TryGetValue(room.Key, out var feed) || Array.IndexOf(session.Rooms, room) is not (>= 0 and var at))
        {
            return;
        }

        outbox.CatchUp(session);
        feed.Remove(session);
        session.Rooms = [.. session.Rooms[..at], .. session.Rooms[(at + 1)..]];
        if (feed.Count == 0)
        {
            _feeds.Remove(room.Key);
        }

        if (session.Rooms is [var last] && _feeds.TryGetValue(last.Key, out var home))
        {
            home.Remove(session);
            home.Add(session, asResident: true);
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
