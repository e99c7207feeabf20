using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;
using Confab.Chat.Tables;

namespace Confab.Chat;

/// <summary>
/// The chat as it is now: who is here, under which nickname, in which rooms. One owner, the sequencer's loop, asks it to decide requests and
/// to apply what was committed; nobody else touches it. Deterministic: time and ids come in with each decision.
/// </summary>
public sealed partial class ChatState
{
    private const int QuotedLength = 40;

    private readonly KeyedSet<UserId, User> _users = new(user => user.Id);

    // The sessions that came to a user who was there already.
    private readonly Dictionary<SessionId, User> _further = [];
    private readonly Dictionary<string, Room> _rooms;
    private readonly Dictionary<(string Kind, string Key), string?> _changes = [];
    private readonly Room _defaultRoom;

    // More than one console may be open; the newest is the one that is reached.
    private readonly List<User> _operators = [];

    public ChatState(ChatOptions options)
    {
        Options = options;
        Nicknames = new NicknameRegistry(options.ServerName, nickname => IsReserved(nickname, account: null), options.KeyComparer);
        Past = new WhowasBook(options.Limits.PastUsers);
        Logins = new LoginThrottle(options.Accounts);
        _defaultRoom = new Room(options.DefaultRoom, isDefault: true);
        _rooms = new Dictionary<string, Room>(options.KeyComparer) { [options.DefaultRoom.Key] = _defaultRoom };
    }

    public ChatOptions Options { get; }

    public Room DefaultRoom => _defaultRoom;

    public int RoomCount => _rooms.Count;

    public IEnumerable<Room> Rooms => _rooms.Values;

    /// <summary>Everybody who is present, the consoles too.</summary>
    public IReadOnlyCollection<User> Users => _users;

    /// <summary>The conversations of accounts with each other.</summary>
    public ConversationBook Conversations { get; } = new();

    /// <summary>Who asked to be told of whom.</summary>
    public MonitorBook Monitors { get; } = new();

    internal NicknameRegistry Nicknames { get; }

    /// <summary>Tells the state of a room, or of a conversation, that the log remembers; before the first request only.</summary>
    public void Restore(RoomName name, long lastNumber, Topic? topic, DateTimeOffset? lastTime = null)
    {
        if (name.IsConversation)
        {
            Conversations.Note(name, lastNumber, lastTime);
            return;
        }

        var room = FindRoom(name) ?? AddRoom(name);
        room.LastNumber = lastNumber;
        room.LastTime = lastTime;
        room.Topic = topic;
    }

    /// <summary>Decides one request: asks its rule, unless the asker must sign on first.</summary>
    public void Decide(SessionId id, SessionOrigin origin, Request request, Decision decision)
    {
        var user = FindUser(id);
        if (user is null && !request.AllowedBeforeSignOn)
        {
            decision.Refuse(RefusalCode.NotSignedOn, "You have no nickname yet. Sign on first.");
            return;
        }

        request.Decide(this, new Asker(id, origin, user), decision);
    }

    /// <summary>Goes on with a request whose look-up is back.</summary>
    public void Resume(SessionId id, SessionOrigin origin, IResumable request, LookupResult result, Decision decision) =>
        request.Resume(this, new Asker(id, origin, FindUser(id)), result, decision);

    /// <summary>Applies an entry that the log has committed.</summary>
    public void Apply(RoomEntry entry)
    {
        var lastTime = entry.Kind == MessageKind.Topic ? (DateTimeOffset?)null : entry.Time;
        if (entry.Room.IsConversation)
        {
            Conversations.Note(entry.Room, entry.Number, lastTime);
            return;
        }

        // The room may have been forgotten while its first entry was on its way to the log.
        var room = FindRoom(entry.Room) ?? AddRoom(entry.Room);
        room.LastNumber = entry.Number;
        room.LastTime = lastTime ?? room.LastTime;
        if (entry is TopicChanged changed)
        {
            room.Topic = changed.Text.Length == 0 ? null : new Topic(changed.Text, changed.Actor.Nickname.Text, changed.Time);
        }
    }

    /// <summary>Tells something durable that is stored; before the first request only.</summary>
    public void RestoreRecord(RecordChange record)
    {
        // Kinds that this version does not know stay in the store untouched.
        _ = RestoreRooms(record) || RestoreAccounts(record) || RestoreMarkers(record);
    }

    /// <summary>What changed of the durable things since the last call, each once. The caller stores it, or gives it back.</summary>
    public IReadOnlyList<RecordChange> TakeChanges()
    {
        KeepPresences();
        if (_changes.Count == 0)
        {
            return [];
        }

        var changes = _changes.Select(change => new RecordChange(change.Key.Kind, change.Key.Key, change.Value)).ToArray();
        _changes.Clear();
        return changes;
    }

    /// <summary>Takes changes back that could not be stored; those made since then count instead.</summary>
    public void GiveBack(IReadOnlyList<RecordChange> changes)
    {
        foreach (var change in changes)
        {
            _changes.TryAdd((change.Kind, change.Key), change.Value);
        }
    }

    public Room? FindRoom(RoomName name) => _rooms.GetValueOrDefault(name.Key);

    /// <summary>The user of that nickname, folded as nicknames are; the server's own name finds its operator.</summary>
    public User? FindUser(string nickname)
    {
        if (!Nickname.TryCreate(nickname, Options.Limits.NicknameLength, out var valid, out _))
        {
            return null;
        }

        if (valid.Key == Options.ServerName.Key)
        {
            return _operators.Count > 0 ? _operators[^1] : null;
        }

        return Nicknames.Find(valid.Key);
    }

    /// <summary>The user whose session that is, where it is signed on.</summary>
    public User? FindUser(SessionId id) =>
        _users.Find(UserId.Of(id)) is { } user && user.Has(id) ? user : _further.GetValueOrDefault(id);

    /// <summary>The user of that id, where it is still present.</summary>
    public User? FindUser(UserId id) => _users.Find(id);

    /// <summary>Marks something durable as changed: it is stored together with this tick's entries.</summary>
    internal void Remember(string kind, string key, string? value) => _changes[(kind, key)] = value;

    internal void Add(User user)
    {
        _users.Add(user);
        if (user.Participant.Presence == Presence.Operator)
        {
            _operators.Add(user);
        }
        else if (!user.IsOperator)
        {
            Nicknames.Add(user);
            Headcount.Add(user.Modes);
        }
    }

    internal void Remove(User user)
    {
        ForgetPresence(user);
        _users.Remove(user.Id);
        Invitations.Clear(user.Id);
        foreach (var session in user.Sessions)
        {
            _further.Remove(session);
        }

        if (user.IsOperator)
        {
            _operators.Remove(user);
        }
        else
        {
            Nicknames.Remove(user);
            Headcount.Remove(user.Modes);
        }
    }

    internal void Attach(SessionId session, User user)
    {
        Headcount.Arrived(session);
        if (session != user.Id.FirstSession)
        {
            _further.Add(session, user);
        }

        user.Attach(session);
    }

    internal void Detach(SessionId session, User user)
    {
        _further.Remove(session);
        user.Detach(session);
    }

    internal void Rename(User user, Nickname nickname, DateTimeOffset now)
    {
        if (nickname.Key != user.Nickname.Key)
        {
            Past.Note(user.Participant, now);
        }

        ForgetPresence(user);
        Nicknames.Remove(user);
        user.Rename(nickname);
        Nicknames.Add(user);
        KeepPresence(user);
    }

    /// <summary>Ends a user's presence: its rooms hear that it left, those who watch it that it is gone.</summary>
    internal void End(User user, Participant who, string? reason, Decision decision, bool byWish = false)
    {
        var rooms = user.Rooms.Select(room => room.Name).ToArray();
        foreach (var room in user.Rooms.ToArray())
        {
            var audience = AudienceOf(user, room);
            Leave(user, room);
            decision.Happened(new MemberLeft(room.Name, who, reason, Quit: true) { Audience = audience });
        }

        Remove(user);
        ReadMarkers.ForgetGuest(user);
        foreach (var session in user.Sessions)
        {
            Monitors.Clear(session);
        }

        if (!user.IsOperator)
        {
            Past.Note(who, decision.Now);
        }

        decision.Happened(new SignedOff(who, reason, rooms) { ByWish = byWish });
        TellOffline(who.Nickname, decision);
    }

    /// <summary>Tells those who watch a nickname that it is present.</summary>
    internal void TellOnline(Participant who, Decision decision)
    {
        if (Monitors.Watching(who.Nickname.Key) is { Count: > 0 } watching)
        {
            decision.Happened(new NicknameOnline(watching, who));
        }
    }

    /// <summary>Tells those who watch a nickname that it is gone.</summary>
    internal void TellOffline(Nickname nickname, Decision decision)
    {
        if (Monitors.Watching(nickname.Key) is { Count: > 0 } watching)
        {
            decision.Happened(new NicknameOffline(watching, nickname));
        }
    }

    internal Room AddRoom(RoomName name)
    {
        var room = new Room(name, isDefault: false);
        _rooms.Add(name.Key, room);
        return room;
    }

    internal void Enter(User user, Room room)
    {
        room.Add(user);
        user.Enter(room);
        if (room.Members.Count == 1)
        {
            Headcount.RoomFilled();
        }
    }

    internal void Leave(User user, Room room)
    {
        var before = room.Members.Count;
        room.Remove(user);
        user.Leave(room);
        if (before == 1 && room.Members.Count == 0)
        {
            Headcount.RoomEmptied();
        }

        ForgetIfNothing(room);
    }

    private void ForgetIfNothing(Room room)
    {
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
    internal string? CleanReason(string? reason) => CleanLine(reason, Options.Limits.ReasonBytes);

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
