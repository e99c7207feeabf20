using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Engine.Sessions;
using Confab.Storage;

namespace Confab.Engine.Delivery;

/// <summary>Who hears one room, gathered by wire form and framing, and the room's newest entries. Owned by the delivery loop.</summary>
internal sealed class RoomFeed(RoomName room, int recentEntries)
{
    // A handful at most: looked through by hand.
    private readonly List<RoomAudience> _audiences = [];
    private readonly RecentEntries _recent = new(recentEntries);

    public RoomName Room => room;

    /// <summary>The rooms of a session that sits in this one only: the same for all of them.</summary>
    public RoomName[] Alone { get; } = [room];

    public int Count { get; private set; }

    public IReadOnlyList<RoomAudience> Audiences => _audiences;

    /// <summary>Lets a session hear the room from now on.</summary>
    /// <param name="session">Which.</param>
    /// <param name="asResident">True where it sits in no other room.</param>
    public void Add(EngineSession session, bool asResident)
    {
        if (FindAudience(session) is not { } audience)
        {
            audience = new RoomAudience(session.Form, session.Framing);
            _audiences.Add(audience);
        }

        Count++;
        if (asResident)
        {
            audience.Residents.Add(session);
            session.Home = audience;
            session.HeardUntil = audience.Buffer?.Count ?? 0;
        }
        else
        {
            audience.Guests.Add(session);
        }
    }

    /// <summary>Lets a session hear the room no more. What it has heard must have been given to it before.</summary>
    public void Remove(EngineSession session)
    {
        if (FindAudience(session) is { } audience && (session.Home == audience ? audience.Residents : audience.Guests).Remove(session))
        {
            Count--;
            if (session.Home == audience)
            {
                session.Home = null;
                session.HeardUntil = 0;
            }

            // One that has something to say stays until it is said; a form that comes back meanwhile finds it.
            if (audience is { IsEmpty: true, Buffer: null })
            {
                _audiences.Remove(audience);
            }
        }
    }

    /// <summary>Takes what the log holds; once, before anything is remembered.</summary>
    public void Load(IEnumerable<LogEntry> entries)
    {
        foreach (var entry in entries)
        {
            _recent.Add(entry);
        }
    }

    public void Remember(RoomEntry entry) => _recent.Add(entry);

    public IReadOnlyList<LogEntry> Recent(int count) => _recent.Last(count);

    private RoomAudience? FindAudience(EngineSession session)
    {
        foreach (var audience in _audiences)
        {
            if (audience.Form == session.Form && audience.Framing == session.Framing)
            {
                return audience;
            }
        }

        return null;
    }
}
