using System.Text;
using Confab.Chat.Messages;
using Confab.Storage.Search;
using Confab.Storage.Sqlite.Journal;

namespace Confab.Storage.Sqlite.Search;

/// <summary>
/// Answers a search from the log and its index together. What the index has not reached is read from the log; what it offers is compared
/// with the log's text. The index is asked how far it is before the log is read, so nothing can fall between the two. All of
/// it goes in short steps, so that no snapshot stays open.
/// </summary>
internal sealed class LogSearch(ConnectionPool<LogReader> log, SearchIndex index)
{
    private const int ScanStep = 1_000;
    private const int FirstStep = 64;
    private const int LargestStep = 4_096;

    public IReadOnlyList<LogEntry> Run(SearchQuery query, CancellationToken cancellation)
    {
        var words = SearchWords.Parse(query.Words);
        if (words.IsEmpty)
        {
            return [];
        }

        // The journal first: what is put in order meanwhile lies below the place that was reached, and is read from there in its turn.
        var found = new List<LogEntry>();
        var reached = InJournal(query, words, found, cancellation);
        var rooms = found.Count == query.Limit ? [] : RoomsOf(query);
        return rooms.Count == 0
            ? found
            : [.. found, .. InTables(query with { BeforePosition = reached, Limit = query.Limit - found.Count }, words, rooms, cancellation)];
    }

    // The newest, which are not in the tables yet. Only smaller positions are left then.
    private long InJournal(SearchQuery query, SearchWords words, List<LogEntry> found, CancellationToken cancellation)
    {
        var keys = query.RoomKeys.ToHashSet(StringComparer.Ordinal);
        bool IsFound(in JournalEntry entry) =>
            entry.Position < query.BeforePosition
            && entry.Kind.TakesNumber()
            && entry.Kind != MessageKind.Topic
            && keys.Contains(entry.Room.Key)
            && words.AreIn(Encoding.UTF8.GetString(entry.Text));

        var place = JournalPlace.Newest;
        for (var more = true; more && found.Count < query.Limit;)
        {
            cancellation.ThrowIfCancellationRequested();
            more = log.Ask(reader => reader.JournalBackwards(ref place, ScanStep, IsFound, found, query.Limit));
        }

        return Math.Min(query.BeforePosition, place.BeforePosition);
    }

    private List<LogEntry> InTables(SearchQuery query, SearchWords words, HashSet<long> rooms, CancellationToken cancellation)
    {
        var match = MatchExpression.Of(words, rooms);
        var filter = new EntryFilter(rooms, words);
        try
        {
            return Run(query, filter, match, match is null ? SearchView.Nothing : index.View(), cancellation);
        }
        catch (IndexBrokenException)
        {
            return Run(query, filter, match, SearchView.Nothing, cancellation);
        }
    }

    private List<LogEntry> Run(
        SearchQuery query, EntryFilter filter, string? match, SearchView view, CancellationToken cancellation)
    {
        var found = new List<LogEntry>();
        for (var before = query.BeforePosition; before > view.IndexedTo + 1 && found.Count < query.Limit;)
        {
            cancellation.ThrowIfCancellationRequested();
            var from = before;
            before = log.Ask(reader => reader.Backwards(view.IndexedTo, from, ScanStep, filter, found, query.Limit));
        }

        if (view.IndexedTo > 0 && match is not null)
        {
            var before = Math.Min(query.BeforePosition, view.IndexedTo + 1);
            found.AddRange(Indexed(match, before, view, filter, cancellation).Take(query.Limit - found.Count));
        }

        return found;
    }

    // What the index offers, with the withdrawn entries in their places.
    private IEnumerable<LogEntry> Indexed(
        string match, long before, SearchView view, EntryFilter filter, CancellationToken cancellation)
    {
        var withdrawn = new Queue<LogEntry>(Matching(view.Withdrawn.Where(position => position < before), filter));
        foreach (var entry in Matching(Candidates(match, before, view, cancellation), filter))
        {
            while (withdrawn.TryPeek(out var newer) && newer.Position > entry.Position)
            {
                yield return withdrawn.Dequeue();
            }

            yield return entry;
        }

        foreach (var entry in withdrawn)
        {
            yield return entry;
        }
    }

    private IEnumerable<long> Candidates(string match, long before, SearchView view, CancellationToken cancellation)
    {
        for (var step = FirstStep; ; step = Math.Min(step * 4, LargestStep))
        {
            cancellation.ThrowIfCancellationRequested();
            var candidates = index.Candidates(view, match, before, step);
            foreach (var position in candidates)
            {
                // One that was withdrawn may be back in the index by now.
                if (!view.Withdrawn.Contains(position))
                {
                    yield return position;
                }
            }

            if (candidates.Count < step)
            {
                yield break;
            }

            before = candidates[^1];
        }
    }

    private IEnumerable<LogEntry> Matching(IEnumerable<long> positions, EntryFilter filter)
    {
        foreach (var position in positions)
        {
            if (log.Ask(reader => reader.At(position, filter)) is { } entry)
            {
                yield return entry;
            }
        }
    }

    private HashSet<long> RoomsOf(SearchQuery query) => log.Ask(reader =>
        query.RoomKeys.Distinct(StringComparer.Ordinal).Select(reader.RoomId).OfType<long>().ToHashSet());
}
