using System.Globalization;
using Confab.Client.Connections;
using Confab.Client.Events;
using Confab.Client.Irc.Wires;
using Confab.Protocols.Irc;

namespace Confab.Client.Irc.Rooms;

/// <summary>
/// What the client knows of its rooms: turns what the server sends into events for the reader of the client, in order and complete. Outlives
/// connections. Used by one reader at a time; the nickname may be asked for at any time.
/// </summary>
internal sealed class IrcRoomBook(IrcLane lane)
{
    private Dictionary<string, IrcRoomTracker> _rooms = new(CaseMapping.Ascii);
    private volatile ServerFacts _facts = new();
    private List<ClientEvent> _ready = [];
    private volatile string _nickname = "";

    public string Nickname => _nickname;

    /// <summary>The most messages that the server puts into a page of history. May be asked for at any time.</summary>
    public int LongestPage => _facts.LongestPage;

    /// <summary>The nickname that was last asked for and given; null while nobody asked for one since the client began.</summary>
    public string? WantedNickname { get; private set; }

    /// <summary>A connection was let in: asks to be let into the rooms again, each from where it was.</summary>
    public void Welcomed(ServerFacts facts)
    {
        _facts = facts;
        _nickname = facts.Nickname;
        if (_rooms.Comparer != facts.CaseMapping)
        {
            var rooms = new Dictionary<string, IrcRoomTracker>(facts.CaseMapping);
            foreach (var tracker in _rooms.Values)
            {
                rooms.TryAdd(tracker.Room, tracker);
            }

            _rooms = rooms;
        }

        // A server that knows the client may send what is said before it answers that the client is in.
        foreach (var tracker in _rooms.Values.Where(_ => facts.HasHistory))
        {
            tracker.BeginCatchUp();
        }

        lane.PutFirst([.. _rooms.Values.Select(Rejoin)]);
    }

    /// <summary>The connection broke.</summary>
    public void Interrupted()
    {
        foreach (var tracker in _rooms.Values)
        {
            tracker.Interrupted();
        }
    }

    /// <summary>Takes what the server sent.</summary>
    /// <param name="unit">A line, or a batch.</param>
    /// <param name="ready">Receives what may be shown now.</param>
    public void Take(IrcUnit unit, List<ClientEvent> ready)
    {
        _ready = ready;
        if (unit.Label is null || lane.Answered(unit.Label) is not { } pending)
        {
            Hear(unit, isAnswer: false);
            return;
        }

        var answer = IrcAnswer.Of(unit);
        if (pending.Command.Command != "CHATHISTORY")
        {
            Hear(unit, isAnswer: pending.Whenever is null);
        }

        var refusal = answer.Refusal;
        Learn(pending.Command, answer, refusal);
        pending.Whenever?.Invoke(answer);
        if (refusal is not null && !(pending.Command.Command == "JOIN" && OwnJoin(answer) is not null))
        {
            pending.Fail(refusal);
        }
        else
        {
            pending.Answer(answer);
        }
    }

    /// <summary>The line of an answer to JOIN that lets the client in; null for none.</summary>
    public IrcMessage? OwnJoin(IrcAnswer answer) => answer.Lines.FirstOrDefault(line => line.Command == "JOIN" && IsMe(line.Source));

    /// <summary>The messages of an answer to CHATHISTORY.</summary>
    public static IReadOnlyList<IrcEntry> Entries(IrcAnswer answer) => [.. answer.Lines.Select(IrcEntry.Of).OfType<IrcEntry>()];

    private static DateTimeOffset? TimeOf(IrcMessage line) => ServerTime.TryParse(line.Tag("time") ?? "", out var time) ? time : null;

    private static string Named(IrcMessage command, int index) => command.Parameter(index) ?? "";

    private void Learn(IrcMessage command, IrcAnswer answer, RefusedException? refusal)
    {
        switch (command.Command)
        {
            case "JOIN" when OwnJoin(answer) is { } join:
                Entered(Named(join, 0), command.Parameter(1), TimeOf(join));
                break;
            case "NICK" when refusal is null:
                WantedNickname = _nickname;
                break;
            default:
                break;
        }
    }

    private void Hear(IrcUnit unit, bool isAnswer)
    {
        foreach (var line in unit.Lines)
        {
            // What a numeric says is for whoever asked.
            if (!(isAnswer && (line.Message.Command.Length == 3 || IrcAnswer.IsRefusal(line.Message))))
            {
                Hear(line.Message, line.IsReplayed, isAnswer);
            }
        }
    }

    private void Hear(IrcMessage line, bool isReplayed, bool isAnswer)
    {
        if (IrcEntry.Of(line) is { } entry)
        {
            var heard = AsHeard(entry, isReplayed, isAnswer);
            if (_rooms.TryGetValue(entry.Target, out var tracker))
            {
                tracker.Take(heard, _ready);
            }
            else
            {
                _ready.Add(heard);
            }

            return;
        }

        switch (line.Command)
        {
            case "PING":
                lane.PutUnanswered(new IrcMessage("PONG", line.Parameters));
                return;
            case "PONG" or "ERROR":
                return;
            case "NICK" when IsMe(line.Source) && !isReplayed:
                _nickname = Named(line, 0);
                break;
            case "JOIN" when IsMe(line.Source) && !isReplayed && !isAnswer:
                // Another session of the same account, or the server, brought the client in.
                _rooms.TryAdd(Named(line, 0), new IrcRoomTracker(Named(line, 0), key: null, TimeOf(line)));
                break;
            case "PART" when IsMe(line.Source) && !isReplayed:
                _rooms.Remove(Named(line, 0));
                break;
            case "KICK" when !isReplayed && _facts.CaseMapping.Equals(Named(line, 1), _nickname):
                _rooms.Remove(Named(line, 0));
                break;
            default:
                break;
        }

        _ready.Add(new IrcLineHeard(line));
    }

    private void Entered(string room, string? key, DateTimeOffset? time)
    {
        if (_rooms.ContainsKey(room))
        {
            return;
        }

        var tracker = new IrcRoomTracker(room, key, time);
        _rooms.Add(room, tracker);
        if (_facts.HasHistory)
        {
            lane.PutFirst(lane.Own(
                new IrcMessage("CHATHISTORY", "LATEST", room, "*", "1"),
                answer =>
                {
                    // Of a room without a past, everything is new.
                    if (answer.Refusal is null)
                    {
                        tracker.StartBehind(Entries(answer) is [.., var newest] ? newest.Place : HistoryReference.At(DateTimeOffset.UnixEpoch));
                    }
                }));
        }
    }

    private Pending<IrcMessage, IrcAnswer> Rejoin(IrcRoomTracker tracker) => lane.Own(
        tracker.Key is { } key ? new IrcMessage("JOIN", tracker.Room, key) : new IrcMessage("JOIN", tracker.Room),
        answer =>
        {
            if (answer.Refusal is { } refusal && OwnJoin(answer) is null)
            {
                _rooms.Remove(tracker.Room);
                _ready.Add(new RoomLost(tracker.Room, refusal.Code, refusal.Message));
            }
            else if (!_facts.HasHistory)
            {
                _ready.Add(new HistoryMissed(tracker.Room, "The server does not offer its history (draft/chathistory)."));
            }
            else if (tracker.IsCatchingUp)
            {
                Fetch(tracker);
            }
            else
            {
                _ready.Add(new HistoryMissed(tracker.Room, "The server did not say when anything was said (server-time, msgid)."));
            }
        });

    private void Fetch(IrcRoomTracker tracker)
    {
        tracker.Asks();
        lane.PutFirst(lane.Own(
            new IrcMessage("CHATHISTORY", "AFTER", tracker.Room, tracker.Last.ToString(), _facts.CatchUpPage.ToString(CultureInfo.InvariantCulture)),
            answer =>
            {
                if (answer.Refusal is not { } refusal)
                {
                    if (tracker.Filled([.. Entries(answer).Select(entry => AsHeard(entry, isReplayed: true, isAnswer: false))], _ready))
                    {
                        Fetch(tracker);
                    }
                }
                else if (tracker.FallBackToTime())
                {
                    Fetch(tracker);
                }
                else
                {
                    tracker.GaveUp(refusal.Message, _ready);
                }
            }));
    }

    private MessageHeard AsHeard(IrcEntry entry, bool isReplayed, bool isAnswer) =>
        new(entry, (isAnswer && !isReplayed) || lane.IsOwnKey(entry) || _facts.CaseMapping.Equals(entry.From, _nickname) || lane.Owes(entry), isReplayed);

    private bool IsMe(string? source) => _facts.CaseMapping.Equals(IrcSource.Parse(source ?? "").Name, _nickname);
}
