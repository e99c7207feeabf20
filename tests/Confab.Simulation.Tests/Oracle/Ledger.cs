using Confab.Simulation.Tests.Clients;
using Confab.Storage;

namespace Confab.Simulation.Tests.Oracle;

/// <summary>What was tried and what was committed, written down beside the log. Everything that anybody sees is held against it.</summary>
internal sealed class Ledger(Tally tally)
{
    private readonly Dictionary<string, List<Entry>> _rooms = [];
    private readonly Dictionary<Token, Entry> _committed = [];
    private readonly Dictionary<Token, Said> _said = [];
    private readonly Dictionary<Token, Whisper> _whispers = [];
    private readonly Dictionary<string, long> _heard = [];
    private readonly HashSet<string> _ids = [];

    public IEnumerable<string> Rooms => _rooms.Keys;

    /// <summary>The entries of a room; the one at 0 has the number 1.</summary>
    public IReadOnlyList<Entry> Room(string room) => _rooms.TryGetValue(room, out var entries) ? entries : [];

    public long Last(string room) => Room(room).Count;

    /// <summary>The newest entry of a room that anybody has seen.</summary>
    public long Heard(string room) => _heard.GetValueOrDefault(room);

    public void WasHeard(Entry entry) => _heard[entry.Room] = Math.Max(Heard(entry.Room), entry.Number);

    /// <summary>The topic that the room had after that entry; null for none.</summary>
    public Entry? Topic(string room, long at)
    {
        for (var number = at; number > 0; number--)
        {
            if (Room(room)[(int)number - 1] is { Kind: Chat.Messages.MessageKind.Topic } topic)
            {
                return topic;
            }
        }

        return null;
    }

    public void Says(Said said) => _said.Add(said.Token, said);

    public void Whispers(Token token, Whisper whisper) => _whispers.Add(token, whisper);

    public Whisper? FindWhisper(Token token) => _whispers.GetValueOrDefault(token);

    public Entry? Find(Token token) => _committed.GetValueOrDefault(token);

    /// <summary>The entry that somebody was shown. That there is none means that somebody saw what was never committed.</summary>
    public Entry Shown(Token token, Visit to) =>
        Find(token) ?? throw new PromiseBroken($"{to} saw {token}, which is not in the log.");

    public Entry Shown(string? room, long? number, Visit to) =>
        number >= 1 && number <= Last(room ?? string.Empty)
            ? Room(room!)[(int)number - 1]
            : throw new PromiseBroken($"{to} saw number {number} of {room}, where the log ends at {Last(room ?? string.Empty)}.");

    public void Committed(EntryDraft draft, AppendResult result)
    {
        var token = TokenOf(draft);
        if (result.IsDuplicate)
        {
            var first = Find(token);
            if (first is null || first.Number != result.Number || first.Id != result.Id.ToString())
            {
                throw new PromiseBroken($"{token} was taken for number {result.Number} of {draft.Room} sent again, which it is not.");
            }

            return;
        }

        tally.Count(Corner.Committed);
        var room = _rooms.TryGetValue(draft.Room, out var entries) ? entries : _rooms[draft.Room] = [];
        if (result.Number != room.Count + 1)
        {
            throw new PromiseBroken($"{token} has the number {result.Number} of {draft.Room}, where {room.Count + 1} was due.");
        }

        var said = _said.GetValueOrDefault(token);
        if (said is not null && draft.Text != said.Text && !IsTorn(draft.Text, said))
        {
            throw new PromiseBroken($"{token} was said as '{said.Text}' and committed as '{draft.Text}'.");
        }

        var entry = new Entry(draft, result, said);
        if (!_ids.Add(entry.Id) || !_committed.TryAdd(token, entry))
        {
            throw new PromiseBroken($"{token} was committed a second time, as number {result.Number} of {draft.Room}, id {entry.Id}.");
        }

        room.Add(entry);
    }

    /// <summary>The log took nothing of the batch: each author is owed a word about it.</summary>
    public void Refused(IReadOnlyList<EntryDraft> batch)
    {
        foreach (var draft in batch)
        {
            if (_said.TryGetValue(TokenOf(draft), out var said))
            {
                said.Visit.RefusalsOwed++;
            }
        }
    }

    /// <summary>Compares the log with what was written down here.</summary>
    public void Compare(IMessageLog log)
    {
        foreach (var (room, entries) in _rooms)
        {
            var kept = log.Read(new RangeQuery(room, After: 0, Before: long.MaxValue, int.MaxValue, FromNewest: false));
            var same = kept.Count == entries.Count && kept.Zip(entries).All(pair =>
                pair.First.Number == pair.Second.Number
                && pair.First.Id.ToString() == pair.Second.Id
                && pair.First.Text == pair.Second.Text
                && pair.First.Author == pair.Second.Author
                && pair.First.Time == pair.Second.Time);
            if (!same)
            {
                throw new PromiseBroken($"The log's {room} is not what was committed.");
            }
        }
    }

    // The text door says a line that was cut off by the end of the connection; its last character may be torn too.
    private bool IsTorn(string text, Said said)
    {
        if (!said.Visit.IsLost || said.Visit.Door != "text" || !said.Text.StartsWith(text.TrimEnd('\uFFFD'), StringComparison.Ordinal))
        {
            return false;
        }

        tally.Count(Corner.TornLineSaid);
        return true;
    }

    private static Token TokenOf(EntryDraft draft) =>
        Token.TryRead(draft.Text, out var token, out _)
            ? token
            : throw new PromiseBroken($"'{draft.Text}' was to be committed to {draft.Room}, which nobody said.");
}
