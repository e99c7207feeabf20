using Confab.Chat;
using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Dialects.Irc.Capabilities;
using Confab.Dialects.Irc.Commands.Accounts;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Commands;

/// <summary>
/// One line being understood: who sent it, what it says, and the answer as it grows. Commands ask the rules through <see cref="Ask"/> and put what is to
/// be said behind it.
/// </summary>
internal sealed class IrcContext(ChatState state, Asker asker, Decision decision, IrcConversation conversation, IrcMessage message)
{
    private const string LabelTag = "label";
    private const int MaxLabelLength = 64;

    // Most lines say something to others, and have nothing to say to who sent them.
    private List<IrcItem>? _items;

    public ChatState State => state;

    /// <summary>Who asks; its user is there once it has signed on, within the same line too.</summary>
    public Asker Asker { get; private set; } = asker;

    public Decision Decision => decision;

    public IrcConversation Conversation => conversation;

    public IrcOptions Options => conversation.Options;

    public IrcMessage Message => message;

    public IReadOnlyList<string> Parameters => message.Parameters;

    /// <summary>What goes on when a look-up is back.</summary>
    public Action<IrcContext, LookupResult>? WhenFound { get; private set; }

    /// <summary>True where the connection is to end behind the answer.</summary>
    public bool Closes { get; set; }

    /// <summary>The asker's nickname, or <c>*</c> where it has none yet: the first parameter of every numeric.</summary>
    public string Client => Asker.User?.Nickname.Text ?? conversation.Registration?.Nickname ?? "*";

    /// <summary>What the client has said before its registration; only commands that are for then may rely on it.</summary>
    public IrcRegistration Registration => conversation.Registration ?? throw new InvalidOperationException("The client is registered already.");

    public bool Has(IrcCapabilities capability) => conversation.Has(capability);

    /// <summary>Asks a rule. What happened by it is shown at this place; its answer is handed back.</summary>
    public Reply? Ask(Request request)
    {
        var before = decision.Events.Count;
        request.Decide(state, Asker, decision);
        Follow(before);
        return decision.TakeReply();
    }

    /// <summary>Goes on with a rule that asked for a look-up; what happened by it is shown at this place.</summary>
    public Reply? Resume(IResumable request, LookupResult found)
    {
        var before = decision.Events.Count;
        request.Resume(state, Asker, found, decision);
        Follow(before);
        return decision.TakeReply();
    }

    /// <summary>Asks for a look-up; nothing is answered until <paramref name="then"/> has been called with what was found.</summary>
    public void LookUp(Lookup lookup, Action<IrcContext, LookupResult> then)
    {
        decision.AskLog(lookup);
        WhenFound = then;
    }

    /// <summary>
    /// Asks a rule that may need a look-up, such as one that checks a password, and goes on with its answer once it has one.
    /// </summary>
    public void AskAndWait<T>(T request, Action<IrcContext, Reply?> then)
        where T : Request, IResumable
    {
        var reply = Ask(request);
        GoOn(this, request, reply, then);
    }

    /// <summary>A numeric: from the server, to the client, its last parameter a text for people.</summary>
    public void Reply(string numeric, params ReadOnlySpan<string> parameters) =>
        Add(new IrcLine(null, numeric, [Client, .. parameters]) { EndsWithText = true });

    /// <summary>A numeric whose last parameter is no text.</summary>
    public void ReplyPlain(string numeric, params ReadOnlySpan<string> parameters) =>
        Add(new IrcLine(null, numeric, [Client, .. parameters]));

    /// <summary>Any other line from the server.</summary>
    public void Say(string command, params string[] parameters) => Add(new IrcLine(null, command, parameters) { EndsWithText = true });

    public void Add(IrcItem item) => (_items ??= []).Add(item);

    /// <summary>Adds an item before the first of those of that kind that were added last in a row.</summary>
    public void AddBefore<T>(IrcItem item)
        where T : IrcItem
    {
        _items ??= [];
        var at = _items.Count;
        while (at > 0 && _items[at - 1] is T)
        {
            at--;
        }

        _items.Insert(at, item);
    }

    /// <summary>A notice from the server to this client alone.</summary>
    public void Notice(string text) => Say("NOTICE", Client, text);

    /// <summary>A standard reply (IRCv3 standard-replies): <c>FAIL command code [context...] :description</c>.</summary>
    public void Fail(string code, params ReadOnlySpan<string> contextAndText) =>
        Add(new IrcLine(null, "FAIL", [message.Command, code, .. contextAndText]) { EndsWithText = true });

    /// <summary>The line that ends a connection, and the end.</summary>
    public void Error(string text)
    {
        Add(new IrcLine(string.Empty, "ERROR", $"Closing Link: {text}") { EndsWithText = true });
        Closes = true;
    }

    /// <summary>Collects what is added while <paramref name="fill"/> runs into one batch.</summary>
    public void InBatch(string type, IReadOnlyList<string> parameters, Action fill)
    {
        var outer = _items;
        _items = null;
        fill();
        var batch = new IrcBatchItem(type, parameters, _items ?? (IReadOnlyList<IrcItem>)[]);
        _items = outer;
        Add(batch);
    }

    /// <summary>Takes a room's name; answers that there is none such where it cannot be one.</summary>
    public bool TryReadRoom(string text, out RoomName room)
    {
        if (RoomName.TryCreate(text, out var name, out _))
        {
            room = name;
            return true;
        }

        Reply(IrcNumerics.ErrNoSuchChannel, text, "No such channel");
        room = state.DefaultRoom.Name;
        return false;
    }

    /// <summary>The same line, when its look-up is back: the asker may have changed meanwhile.</summary>
    public IrcContext Continue(ChatState now, Asker asking, Decision deciding) =>
        new(now, asking, deciding, conversation, message) { _items = _items, Closes = Closes };

    /// <summary>The label that the answer to a line bears; null for none.</summary>
    public static string? LabelOf(IrcMessage line, IrcCapabilities capabilities) =>
        capabilities.HasFlag(IrcCapabilities.LabeledResponse) && line.Tag(LabelTag) is { Length: > 0 and <= MaxLabelLength } tag ? tag : null;

    public IrcReply ToReply()
    {
        var who = new IrcIdentity(Asker.User?.Id, Client);
        var label = LabelOf(message, conversation.Capabilities);
        return _items is null && label is null && !Closes
            ? conversation.Nothing(who)
            : new IrcReply(_items ?? (IReadOnlyList<IrcItem>)[], label, conversation.Capabilities, who) { Closes = Closes };
    }

    private static void GoOn<T>(IrcContext context, T request, Reply? reply, Action<IrcContext, Reply?> then)
        where T : Request, IResumable
    {
        if (context.Decision.Lookup is { } lookup && reply is null)
        {
            context.LookUp(lookup, (later, found) => GoOn(later, request, later.Resume(request, found), then));
        }
        else
        {
            then(context, reply);
        }
    }

    /// <summary>Takes over what the conversation has learned of where the client is.</summary>
    public void Refresh() => Asker = Asker with { Origin = conversation.Origin };

    private void Follow(int before)
    {
        var own = Asker.User;
        Asker = Asker with { User = state.FindUser(Asker.Id) };
        for (var i = before; i < decision.Events.Count; i++)
        {
            switch (decision.Events[i])
            {
                case SessionEnded ended when ended.Session == Asker.Id:
                    Error(ended.Text);
                    break;
                case AccountChanged changed when changed.Actor.User == Asker.User?.Id:
                    LoginNumerics.Changed(this, changed.Actor.Account);
                    Add(new IrcEventItem(changed));
                    break;
                case var happened when IsHeard(happened, own?.Id ?? Asker.User?.Id) && IsShown(happened):
                    Add(new IrcEventItem(happened));
                    break;
            }
        }
    }

    // Delivery leaves the asker out, because its answer shows what it hears of its own deed: of others it hears no more than they all do.
    private bool IsHeard(ChatEvent happened, UserId? own) => happened switch
    {
        DirectEvent direct => direct.To.Contains(Asker.Id),
        SignedOff off when off.Actor.User == own => false,
        UserEvent user when user.Actor.User == own => !user.ForOthersOnly,
        UserEvent user => user.Rooms.Any(IsMember) || (user.Watchers.Contains(Asker.Id) && Has(IrcCapabilities.ExtendedMonitor)),
        MemberReturned returned => IsMember(returned.Room) && returned.Audience?.Contains(Asker.User!.Id) is not false,
        _ => true,
    };

    private bool IsShown(ChatEvent happened) => happened switch
    {
        // What a client said itself it is shown only where it asked for that; what it was answered, always.
        PrivateMessagePosted message when message.From.User != Asker.User?.Id => true,
        MessagePosted or PrivateMessagePosted or StatusMessagePosted or TagMessagePosted or CtcpPosted or PrivateEvent => Has(IrcCapabilities.EchoMessage),
        AwayChanged or Invited or InvitationTold or Knocked => false,
        _ => true,
    };

    private bool IsMember(RoomName room) => Asker.User is { } user && state.FindRoom(room)?.Has(user.Id) is true;
}
