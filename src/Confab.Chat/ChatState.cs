using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Events;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat;

/// <summary>
/// The chat as it is now: who is here, under which nickname, in which rooms. One owner, the sequencer's loop, asks it to decide requests and
/// to apply what was committed; nobody else touches it. Deterministic: time and ids come in with each decision.
/// </summary>
public sealed class ChatState
{
    private const int QuotedLength = 40;

    private readonly Dictionary<SessionId, Session> _sessions = [];
    private readonly Dictionary<string, Room> _rooms = new(StringComparer.Ordinal);
    private readonly Room _defaultRoom;

    // More than one console may be open; the newest is the one that is reached.
    private readonly List<Session> _operators = [];

    public ChatState(ChatOptions options)
    {
        Options = options;
        Nicknames = new NicknameRegistry(options.ServerName);
        _defaultRoom = new Room(options.DefaultRoom, isDefault: true);
        _rooms.Add(options.DefaultRoom.Key, _defaultRoom);
    }

    public ChatOptions Options { get; }

    public Room DefaultRoom => _defaultRoom;

    public int RoomCount => _rooms.Count;

    public IEnumerable<Room> Rooms => _rooms.Values;

    public int SessionCount => _sessions.Count;

    internal NicknameRegistry Nicknames { get; }

    /// <summary>Tells the state of a room that the log remembers; before the first request only.</summary>
    public void Restore(RoomName name, long lastNumber, Topic? topic)
    {
        var room = FindRoom(name) ?? AddRoom(name);
        room.LastNumber = lastNumber;
        room.Topic = topic;
    }

    /// <summary>Decides one request: asks its rule, unless the asker must sign on first.</summary>
    public void Decide(SessionId id, SessionOrigin origin, Request request, Decision decision)
    {
        var session = _sessions.GetValueOrDefault(id);
        if (session is null && !request.AllowedBeforeSignOn)
        {
            decision.Refuse(RefusalCode.NotSignedOn, "You have no nickname yet. Sign on first.");
            return;
        }

        request.Decide(this, new Asker(id, origin, session), decision);
    }

    /// <summary>Applies an entry that the log has committed.</summary>
    public void Apply(RoomEntry entry)
    {
        // The room may have been forgotten while its first entry was on its way to the log.
        var room = FindRoom(entry.Room) ?? AddRoom(entry.Room);
        room.LastNumber = entry.Number;
        if (entry is TopicChanged changed)
        {
            room.Topic = changed.Text.Length == 0 ? null : new Topic(changed.Text, changed.Actor.Nickname.Text, changed.Time);
        }
    }

    public Room? FindRoom(RoomName name) => _rooms.GetValueOrDefault(name.Key);

    /// <summary>The session of that nickname, folded as nicknames are; the server's own name finds its operator.</summary>
    public Session? FindSession(string nickname)
    {
        if (!Nickname.TryCreate(nickname, Options.Limits.NicknameLength, out var valid, out _))
        {
            return null;
        }

        if (valid.Key == Options.ServerName.Key)
        {
            return _operators.Count > 0 ? _operators[^1] : null;
        }

        return Nicknames.TryFind(valid.Key, out var session) ? session : null;
    }

    /// <summary>The session of that id, where it is signed on.</summary>
    public Session? FindSession(SessionId id) => _sessions.GetValueOrDefault(id);

    internal void Add(Session session)
    {
        _sessions.Add(session.Id, session);
        if (session.IsOperator)
        {
            _operators.Add(session);
        }
        else
        {
            Nicknames.Add(session);
        }
    }

    internal void Remove(Session session)
    {
        _sessions.Remove(session.Id);
        if (session.IsOperator)
        {
            _operators.Remove(session);
        }
        else
        {
            Nicknames.Remove(session);
        }
    }

    internal void Rename(Session session, Nickname nickname)
    {
        Nicknames.Remove(session);
        session.Rename(nickname);
        Nicknames.Add(session);
    }

    internal Room AddRoom(RoomName name)
    {
        var room = new Room(name, isDefault: false);
        _rooms.Add(name.Key, room);
        return room;
    }

    internal void Enter(Session session, Room room)
    {
        room.Add(session);
        session.Enter(room);
    }

    internal void Leave(Session session, Room room)
    {
        room.Remove(session);
        session.Leave(room);
        if (room.IsForgettable)
        {
            _rooms.Remove(room.Name.Key);
        }
    }

    /// <summary>Cleans a message's text; refuses what is empty or too long.</summary>
    internal bool TryReadText(string text, Decision decision, [NotNullWhen(true)] out MessageText? clean) =>
        TryReadText(text, Options.Limits.MessageBytes, decision, out clean);

    /// <inheritdoc cref="TryReadText(string, Decision, out MessageText?)"/>
    internal static bool TryReadText(string text, int maxBytes, Decision decision, [NotNullWhen(true)] out MessageText? clean)
    {
        if (MessageText.TryCreate(text, maxBytes, out clean, out var problem))
        {
            return true;
        }

        // Only what would fit without a bound was too long: text of nothing but control characters is empty, however long.
        var tooLong = MessageText.TryCreate(text, int.MaxValue, out _, out _);
        decision.Refuse(tooLong ? RefusalCode.TextTooLong : RefusalCode.TextEmpty, problem);
        return false;
    }

    /// <summary>Cleans a reason: one line, cut between characters at its bound; null where nothing is left.</summary>
    internal string? CleanReason(string? reason)
    {
        if (!MessageText.TryCreate(reason, int.MaxValue, out var clean, out _) || string.IsNullOrWhiteSpace(clean.Value))
        {
            return null;
        }

        // Where the cut leaves a direction open, closing it again takes bytes: then a little more is cut.
        var limit = Options.Limits.ReasonBytes;
        var line = clean.Value.Replace('\n', ' ');
        for (var bytes = limit; bytes > 0; bytes--)
        {
            if (MessageText.TryCreate(Cut(line, bytes), limit, out var fits, out _))
            {
                return fits.Value;
            }
        }

        return null;
    }

    /// <summary>A value from outside as an error message may show it: clean and short.</summary>
    internal string Quote(string value)
    {
        var cut = value.Length > QuotedLength ? value[..QuotedLength] + "…" : value;
        return MessageText.TryCreate(cut, int.MaxValue, out var clean, out _) ? $"'{clean.Value.Replace('\n', ' ')}'" : "''";
    }

    /// <summary>The longest front of the text that has at most so many bytes in UTF-8 and ends between two characters.</summary>
    private static string Cut(string text, int maxBytes)
    {
        var (length, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
