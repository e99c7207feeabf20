using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Rooms;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests;

/// <summary>The rules alone: requests go in, decisions come out, and the test plays the log. No thread, no I/O, no clock.</summary>
internal sealed partial class ChatUnderTest
{
    private readonly Dictionary<SessionId, SessionOrigin> _origins = [];
    private readonly NumberedIds _ids = new();
    private long _lastSession;

    public ChatUnderTest(Action<ChatLimits>? change = null, Action<AccountOptions>? accounts = null)
    {
        var limits = new ChatLimits();
        change?.Invoke(limits);
        State = new ChatState(new ChatOptions(Lobby, Names.Make.Name("Server"), limits) { Accounts = FastAccounts(accounts) });
    }

    public static RoomName Lobby { get; } = Room("#lobby");

    public static RoomName Tea { get; } = Room("#tea");

    public ChatState State { get; }

    public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static RoomName Room(string name)
    {
        Assert.True(RoomName.TryCreate(name, out var room, out var problem), problem);
        return room!;
    }

    /// <summary>A connection that has not said anything yet.</summary>
    public SessionId Connect(string door = "text")
    {
        var id = new SessionId(++_lastSession);
        _origins.Add(id, new SessionOrigin(door, "127.0.0.1", 50_000 + (int)id.Value));
        return id;
    }

    /// <summary>Somebody with a nickname, who sits in the rooms.</summary>
    public SessionId Enter(string nickname, params RoomName[] rooms)
    {
        var id = Connect();
        Reply<SignedOnAs>(id, new SignOn(nickname, Presence.Announced, AcceptOther: false));
        foreach (var room in rooms)
        {
            Reply<RoomEntered>(id, new JoinRoom(room));
        }

        return id;
    }

    /// <summary>The operator's console.</summary>
    public SessionId Operator()
    {
        var id = Connect("console");
        Reply<SignedOnAs>(id, new SignOn(string.Empty, Presence.Operator, AcceptOther: true));
        return id;
    }

    /// <summary>A command from outside that acts for the operator.</summary>
    public SessionId Steward()
    {
        var id = Connect("control");
        Reply<SignedOnAs>(id, new SignOn(string.Empty, Presence.Steward, AcceptOther: false));
        return id;
    }

    /// <summary>An operator of the server, as IRC has them: somebody on a door who has more say than others.</summary>
    public SessionId ServerOperator(string nickname)
    {
        var id = Connect("irc");
        Reply<SignedOnAs>(id, new SignOn(nickname, Presence.Announced, AcceptOther: false) { Modes = UserModes.ServerOperator });
        return id;
    }

    /// <summary>Logs somebody in to an account, whose password is nobody's business here.</summary>
    public SessionId LogIn(SessionId who, string account)
    {
        var user = Session(who);
        user.Participant = user.Participant with { Account = Account(account).Text };
        return who;
    }

    /// <summary>An account of that name, which is there from now on where it was not.</summary>
    public Nickname Account(string name)
    {
        if (State.Accounts.Find(name) is not { } account)
        {
            account = new Account { Name = Names.Make.Name(name), Created = Now, Enforce = false };
            State.Accounts.Put(account);
        }

        return Names.Make.Name(name);
    }

    /// <summary>Changes a room's modes; all that is asked for must be changed.</summary>
    public void Set(SessionId who, RoomName room, params ModeChange[] changes)
    {
        var answer = Reply<ModesAnswered>(who, new ChangeModes(room, changes));
        Assert.Empty(answer.Refused);
        Assert.Equal(changes.Length, answer.Applied.Count);
    }

    /// <summary>Bans a mask from a room.</summary>
    public void Ban(SessionId who, RoomName room, string mask) => Set(who, room, new MaskChange(MaskListKind.Bans, Mask(mask), On: true));

    public static RoomMask Mask(string text)
    {
        Assert.True(RoomMask.TryCreate(text, out var mask, out var problem), problem);
        return mask!;
    }

    public Decision Ask(SessionId who, Request request)
    {
        var decision = new Decision(Now, _ids);
        State.Decide(who, _origins[who], request, decision);
        return decision;
    }

    /// <summary>Asks, and expects this kind of answer at once.</summary>
    public T Reply<T>(SessionId who, Request request)
        where T : Reply
    {
        var decision = Ask(who, request);
        Assert.True(decision.Reply is T, $"{request} was answered with {decision.Reply?.ToString() ?? "nothing"}.");
        return (T)decision.Reply!;
    }

    /// <summary>Asks, and expects a refusal that changes nothing and tells nobody.</summary>
    public Refused Refusal(SessionId who, Request request)
    {
        var decision = Ask(who, request);
        var refused = Assert.IsType<Refused>(decision.Reply);
        Assert.Empty(decision.Events);
        Assert.Null(decision.Lookup);
        Assert.True(refused.Text[^1] is '.' or '?', $"'{refused.Text}' is no sentence for a person.");
        return refused;
    }

    /// <summary>Asks for something that is remembered, and commits it as the log does.</summary>
    public T Commit<T>(SessionId who, Request request)
        where T : RoomEntry
    {
        var decision = Ask(who, request);
        Assert.Null(decision.Reply);
        var entry = Assert.IsType<T>(Assert.Single(decision.Entries));
        Commit(entry);
        return entry;
    }

    /// <summary>Gives an entry its number, and applies it.</summary>
    public void Commit(RoomEntry entry)
    {
        entry.Commit((State.FindRoom(entry.Room)?.LastNumber ?? 0) + 1);
        State.Apply(entry);
    }

    public User Session(SessionId id) => State.FindUser(id) ?? throw new InvalidOperationException($"Session {id} is not signed on.");

    public string NicknameOf(SessionId id) => Session(id).Nickname.Text;

    /// <summary>Who sits in the room, in order; nobody where there is no such room.</summary>
    public IEnumerable<string> In(RoomName room) => State.FindRoom(room)?.Members.Select(member => member.User.Nickname.Text) ?? [];
}
