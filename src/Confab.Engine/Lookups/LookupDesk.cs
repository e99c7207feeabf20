using System.Security.Cryptography;
using System.Text;
using Confab.Chat.Lookups;
using Confab.Chat.Messages;
using Confab.Chat.Replies;
using Confab.Engine.Ticks;
using Confab.Storage;

namespace Confab.Engine.Lookups;

/// <summary>
/// Reads the history for those who asked, beside the sequencer: a search of seconds delays nobody. At most so many run at once; the
/// answer goes back through the sequencer, into its turn.
/// </summary>
internal sealed class LookupDesk(
    IMessageLog log, EngineOptions options, TimeProvider clock, TaskScheduler scheduler, IEngineEvents events, Action<Envelope> submit)
{
    private readonly SemaphoreSlim _places = new(options.LookupsAtOnce);

    // Keys take the processor and not the disk: those who log in must not starve those who read, nor the server.
    private readonly SemaphoreSlim _keyPlaces = new(options.KeysAtOnce);

    public void Start(Envelope asked, Lookup lookup) =>
        _ = Task.Factory.StartNew(
            () => RunAsync(asked, lookup),
            CancellationToken.None,
            TaskCreationOptions.DenyChildAttach,
            scheduler).Unwrap();

    private async Task RunAsync(Envelope asked, Lookup lookup)
    {
        var places = lookup is DeriveKey ? _keyPlaces : _places;
        await places.WaitAsync();
        LookupResult finished;
        try
        {
            using var timeout = new CancellationTokenSource(options.LookupTimeout, clock);
            finished = Run(lookup, timeout.Token);
        }
        catch (OperationCanceledException)
        {
            finished = Failed($"The search took longer than {options.LookupTimeout.TotalSeconds:0} seconds and was given up. Try rarer words.");
        }
        catch (LogUnavailableException unavailable)
        {
            finished = Failed(unavailable.Message);
        }
        catch (Exception defect)
        {
            // Without an answer the session would count it as running for ever.
            events.LookupBroken(defect);
            finished = Failed("The history could not be read. Try again later.");
        }
        finally
        {
            places.Release();
        }

        submit(asked with { Request = new LookupFinished(asked.Request, lookup, finished) });
    }

    private LookupResult Run(Lookup lookup, CancellationToken cancellation)
    {
        switch (lookup)
        {
            case HistoryLookup history:
                {
                    var limit = Bounded(history.Limit);
                    var found = log.Read(new RangeQuery(history.Room.Key, history.After, history.Before, limit + 1, history.FromNewest));
                    var more = found.Count > limit;
                    var entries = !more ? found : history.FromNewest ? found.Skip(1).ToArray() : found.Take(limit).ToArray();
                    return new EntriesLookedUp(entries, more);
                }

            case SearchLookup search:
                {
                    var limit = Bounded(search.Limit);
                    var rooms = search.Rooms.Select(room => room.Key).ToArray();
                    var found = log.Search(new SearchQuery(search.Words, rooms, PositionBefore(search), limit + 1), cancellation);
                    var more = found.Count > limit;
                    return new EntriesLookedUp(more ? found.Take(limit).ToArray() : found, more);
                }

            case FindLookup find:
                {
                    LogEntry[] found = log.Find(find.Id) is { } entry && entry.Kind.TakesNumber() ? [entry] : [];
                    return new EntriesLookedUp(found, More: false);
                }

            case PageLookup page:
                return new EntriesLookedUp(page.IsAround ? Around(page) : Page(page), More: false);

            case DeriveKey derive:
                return new KeyDerived(Rfc2898DeriveBytes.Pbkdf2(
                    Encoding.UTF8.GetBytes(derive.Password), derive.Salt, derive.Rounds, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes));

            default:
                throw new NotSupportedException($"Nobody knows how to look up {lookup.GetType().Name}.");
        }
    }

    private IReadOnlyList<LogEntry>? Page(PageLookup page) => log.Page(new PageQuery(
        page.Room.Key, Point(page.After), Point(page.Before), Bounded(page.Limit), page.FromNewest, page.WithEvents, page.MaxNumber));

    // What stands at the place itself belongs to the page, and counts.
    private IReadOnlyList<LogEntry>? Around(PageLookup page)
    {
        var limit = Bounded(page.Limit);
        var half = limit / 2;
        var at = page.After?.Id is { } id && log.Find(id) is { } found && (page.WithEvents || found.Kind.IsSaid()) ? found : null;
        var before = half == 0 ? [] : Page(page with { After = null, Limit = half, FromNewest = true });
        var rest = limit - half - (at is null ? 0 : 1);
        var after = rest == 0 ? [] : Page(page with { After = From(page.After), Before = null, Limit = rest, FromNewest = false });
        return before is null || after is null ? null : at is null ? [.. before, .. after] : [.. before, at, .. after];
    }

    // What happened at the very moment counts as behind it.
    private static PagePoint? From(PagePoint? point) =>
        point is { Id: null } && point.Time > DateTimeOffset.UnixEpoch ? point with { Time = point.Time.AddMilliseconds(-1) } : point;

    private static HistoryPoint? Point(PagePoint? point) =>
        point is null ? null : point.Id is { } id ? HistoryPoint.Of(id) : HistoryPoint.At(point.Time);

    // People page by a room's numbers, the search by positions in the whole log.
    private long PositionBefore(SearchLookup search)
    {
        if (search.Before == long.MaxValue || search.Rooms.Count != 1)
        {
            return long.MaxValue;
        }

        var newest = log.Read(new RangeQuery(search.Rooms[0].Key, After: 0, search.Before, Limit: 1, FromNewest: true));
        return newest.Count == 0 ? 0 : newest[0].Position + 1;
    }

    private int Bounded(int limit) => Math.Clamp(limit, 1, options.LookupEntries);

    private static LookupFailed Failed(string text) => new(new Refused(RefusalCode.LogUnavailable, text));
}
