using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;

namespace Confab.Simulation.Tests.Clients;

/// <summary>A person with <c>nc</c> at the text door.</summary>
internal sealed class TextClient : SimulatedClient
{
    private const string TooSlow = "* You read too slowly; what waited for you is lost. Connect again.";

    private static readonly string[] _rooms = ["#lobby", "#tea", "#den"];

    private readonly List<(Entry Entry, string Prefix)> _past = [];
    private readonly Dictionary<string, IReadOnlyList<(RoomWatch Watch, long UpTo)>> _pings = [];
    private readonly LineReader _reader;
    private (string Room, Entry? Topic)? _topicDue;
    private int _pinged;

    public TextClient(SimulatedWorld world, int index)
        : base(world, index, "text") =>
        _reader = new LineReader(TooSlow, HearLine);

    protected override void Greet()
    {
        _reader.Reset();
        _topicDue = null;
        _past.Clear();
        _pings.Clear();
        Enqueue($"{NewNickname()}\n");
    }

    protected override void Quit() => Enqueue("/quit\n");

    protected override void Think()
    {
        if (!Visit!.IsSignedOn)
        {
            return;
        }

        switch (Random.Next(20))
        {
            case 0:
                Enqueue($"/join {_rooms[Random.Next(_rooms.Length)]}\r\n");
                break;
            case 1:
                Enqueue($"/part{(Random.Next(2) == 0 ? " #tea" : string.Empty)}\n");
                break;
            case 2:
                Enqueue($"/nick {(Random.Next(4) == 0 ? World.AnyNickname() ?? NewNickname() : NewNickname())}\n");
                break;
            case 3:
                Say("/topic ");
                break;
            case 4 when MakeUpWhisper(manyLines: false) is { } whisper:
                Enqueue($"/msg {whisper.Nickname} {whisper.Text}\n", int.MaxValue);
                break;
            case 5:
                Enqueue($"/history {Random.Next(1, 30)}\n");
                break;
            case 6 when World.AnyToken() is { } token:
                Enqueue($"/search {token.Word()}\n");
                break;
            case 7:
                _pings[$"{++_pinged}"] = Floor();
                Enqueue($"/ping {_pinged}\n");
                break;
            case 8:
                Enqueue(Random.Next(2) == 0 ? "/who\n" : "/list\n");
                break;
            case 9 when World.AnyNickname() is { } nickname:
                Enqueue($"/kick {nickname} for a reason\n");
                break;
            case 10 when Random.Next(6) == 0:
                Visit.MayEnd = true;
                Quit();
                break;
            case 11:
                Say("/me ");
                break;
            default:
                Say(string.Empty);
                break;
        }
    }

    protected override void Hear(string text) => _reader.Hear(Visit!, text);

    // Not cut within the mark: what the server then says in the client's name, if the connection breaks there, could not be recognised.
    private void Say(string command)
    {
        var said = MakeUp(manyLines: false);
        Enqueue($"{command}{said.Text}\n", cutFrom: command.Length + said.Token.Mark(0).Length);
    }

    private void HearLine(string line)
    {
        var visit = Visit!;
        var mark = line.IndexOf(Token.Begin, StringComparison.Ordinal);
        if (_topicDue is { } due)
        {
            _topicDue = null;
            TopicIs(due.Topic, line);
        }

        // A complaint about a nickname that was torn names the signs that one may have, and the mark's first is among them.
        if (mark < 0 || line.StartsWith("* The nickname ", StringComparison.Ordinal))
        {
            Note(visit, line);
            _past.Clear();
        }
        else if (line.StartsWith("* Topic: ", StringComparison.Ordinal))
        {
            TopicIs(Shown(visit, line, mark), line);
        }
        else if (TextNotes.Listed().Match(line) is { Success: true } listed)
        {
            var topic = Shown(visit, line, mark);
            if (topic.Room != listed.Groups["room"].Value || line[mark..] != topic.Text)
            {
                throw new PromiseBroken($"{visit} was shown '{line}', where the topic is '{topic.Text}'.");
            }
        }
        else
        {
            Words(visit, line[..mark], line[mark..]);
        }
    }

    private Entry Shown(Visit visit, string line, int mark)
    {
        Token.TryRead(line.AsSpan(mark), out var token, out _);
        return Ledger.Shown(token, visit);
    }

    private void Words(Visit visit, string prefix, string body)
    {
        if (!Token.TryRead(body, out var token, out var number))
        {
            throw new PromiseBroken($"{visit} was shown '{prefix}{body}', which nobody said.");
        }

        if (prefix.StartsWith("(private", StringComparison.Ordinal))
        {
            HearWhisper(visit, prefix, token, number, body);
            return;
        }

        var entry = Ledger.Shown(token, visit);
        if (number >= entry.Lines.Length || entry.Lines[number] != body)
        {
            throw new PromiseBroken($"{visit} was shown '{body}' for {entry}: '{entry.Text}'.");
        }

        if (prefix[0] == '[')
        {
            _past.Add((entry, prefix));
            return;
        }

        if (prefix != Prefix.Of("text", entry))
        {
            throw new PromiseBroken($"{visit} was shown '{prefix}{body}' for {entry} of {entry.Author}.");
        }

        if (visit.Rooms.TryGetValue(entry.Room, out var watch))
        {
            watch.Saw(entry, number, 1);
            World.Saw(entry);
        }
        else if (entry.Kind != Chat.Messages.MessageKind.Notice)
        {
            throw new PromiseBroken($"{visit} was shown {entry} of a room that it is not in.");
        }
    }

    private void HearWhisper(Visit visit, string prefix, Token token, int line, string body)
    {
        var whisper = Ledger.FindWhisper(token) ?? throw new PromiseBroken($"{visit} was whispered '{body}', which nobody said to one other.");
        if (whisper.Lines[line] != body || !prefix.EndsWith("> ", StringComparison.Ordinal))
        {
            throw new PromiseBroken($"{visit} was whispered '{prefix}{body}' for '{whisper.Lines[line]}'.");
        }

        if (prefix.StartsWith("(private to ", StringComparison.Ordinal))
        {
            if (whisper.From != visit)
            {
                throw new PromiseBroken($"{visit} was shown as its own what {whisper.From} whispered.");
            }
        }
        else
        {
            whisper.HeardBy(visit, line, 1);
            World.Tally.Count(Corner.WhisperHeard);
        }
    }

    private void Note(Visit visit, string line)
    {
        Told(line);
        if (TextNotes.SignedOn().Match(line) is { Success: true } on)
        {
            visit.IsSignedOn = true;
            visit.Nickname = on.Groups["nick"].Value;
            Entered(visit, "#lobby");
        }
        else if (TextNotes.EnteredRoom().Match(line) is { Success: true } entered)
        {
            Entered(visit, entered.Groups["room"].Value);
        }
        else if (TextNotes.LeftRoom().Match(line) is { Success: true } left)
        {
            visit.Rooms.Remove(left.Groups["room"].Value);
        }
        else if (TextNotes.Removed().Match(line) is { Success: true } removed)
        {
            visit.Rooms.Remove(removed.Groups["room"].Value);
            World.Tally.Count(Corner.Kicked);
        }
        else if (TextNotes.Renamed().Match(line) is { Success: true } renamed)
        {
            visit.Nickname = renamed.Groups["nick"].Value;
            World.Tally.Count(Corner.Renamed);
        }
        else if (TextNotes.Counted().Match(line) is { Success: true } counted)
        {
            Found(visit, int.Parse(counted.Groups["count"].Value), isSearch: counted.Groups["search"].Success);
        }
        else if (line.StartsWith("* pong ", StringComparison.Ordinal) && _pings.Remove(line[7..], out var floor))
        {
            Ponged(floor);
        }
        else if (!visit.IsSignedOn && line.Contains("How about ", StringComparison.Ordinal))
        {
            Enqueue($"{NewNickname()}\n");
        }
    }

    // The newest entries stand right above the line that tells of the join: nothing may be missing between them and what follows.
    private void Entered(Visit visit, string room)
    {
        if (visit.Rooms.ContainsKey(room))
        {
            return;
        }

        var entries = _past.Select(past => past.Entry).Distinct().ToArray();
        var last = entries.Length == 0 ? 0 : entries[^1].Number;
        var count = Math.Min(last, Math.Min(World.Weather.HistoryLines, World.Weather.RecentEntries));
        AreInOrder(visit, room, entries, last - count + 1);
        if (entries.Length != count || _past.Exists(past => past.Prefix != Prefix.OfPast(past.Entry, withRoom: false)))
        {
            throw new PromiseBroken($"{visit} was shown {entries.Length} of {count} entries on joining {room} after {last}.");
        }

        visit.Rooms.Add(room, new RoomWatch(Ledger, room, visit, last, isExact: true));
        _topicDue = (room, Ledger.Topic(room, last));
    }

    private void Found(Visit visit, int count, bool isSearch)
    {
        var entries = _past.Select(past => past.Entry).Distinct().ToArray();
        if (entries.Length != count || _past.Exists(past => past.Prefix != Prefix.OfPast(past.Entry, isSearch)))
        {
            throw new PromiseBroken($"{visit} was told of {count} messages and shown {entries.Length}.");
        }

        World.Tally.Count(isSearch ? Corner.SearchFound : Corner.HistoryRead);
        if (!isSearch && entries.Length > 0)
        {
            AreInOrder(visit, entries[0].Room, entries, entries[0].Number);
        }
    }

    private static void AreInOrder(Visit visit, string room, Entry[] entries, long first)
    {
        foreach (var entry in entries)
        {
            if (entry.Room != room || entry.Number != first++)
            {
                throw new PromiseBroken($"{visit} was shown {entry} in the history of {room}, where {first - 1} was due.");
            }
        }
    }

    private void TopicIs(Entry? topic, string line)
    {
        var due = topic is null ? null : $"* Topic: {topic.Text} (set by {topic.Author})";
        if (line.StartsWith("* Topic: ", StringComparison.Ordinal) ? line != due : due is not null)
        {
            throw new PromiseBroken($"{Visit} was shown '{line}' where '{due}' was due.");
        }
    }
}
