using System.Text;
using Confab.Chat.Messages;

namespace Confab.Storage.Tests.Contract;

public abstract partial class MessageLogContract
{
    private static readonly string[] Rooms = ["#a", "#b", "#c"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_search_finds_what_a_plain_scan_finds_however_far_the_index_is(int seed)
    {
        var random = new Random(seed);
        var kept = new List<LogEntry>();
        for (var step = 0; step < 60; step++)
        {
            switch (random.Next(10))
            {
                case < 3:
                    AppendSome(random, kept);
                    break;
                case < 5:
                    Log.IndexMore(random.Next(1, 12));
                    break;
                case 5 when random.Next(4) == 0:
                    PruneSome(random, kept);
                    break;
                case 6 when random.Next(4) == 0:
                    Restart();
                    break;
                default:
                    CompareSearch(random, kept);
                    break;
            }
        }
    }

    private static string SomeText(Random random, int length)
    {
        string[] pieces = ["a", "b", "A", "ab", "é", "Σ", " ", " ", "茶", "喝", "茶喝", "か", "%", "_", "\"", "*", "'", "🚀", "𠮷", "\t", "1", "-"];
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(pieces[random.Next(pieces.Length)]);
        }

        return text.ToString();
    }

    // On purpose not the code under test.
    private static bool Matches(string text, string words) =>
        words.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } parts
        && parts.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private void AppendSome(Random random, List<LogEntry> kept)
    {
        var batch = Enumerable.Range(0, random.Next(1, 8))
            .Select(_ => New.Make(
                (MessageKind)random.Next(1, 5), SomeText(random, random.Next(1, 14)), Rooms[random.Next(Rooms.Length)]))
            .ToArray();
        Log.Append(batch);
        kept.AddRange(batch.Select(draft => Log.Find(draft.Id)!));
    }

    private void PruneSome(Random random, List<LogEntry> kept)
    {
        var most = random.Next(0, 12);
        while (Log.Prune(new RetentionPolicy(null, most), Drafts.Start, random.Next(1, 9)))
        {
        }

        var last = Log.LoadRooms().ToDictionary(room => room.Key, room => room.LastNumber);
        kept.RemoveAll(entry => entry.Number <= last[entry.RoomKey] - most);
    }

    private void CompareSearch(Random random, List<LogEntry> kept)
    {
        var words = SomeText(random, random.Next(1, 5));
        var rooms = Rooms.Where(_ => random.Next(3) > 0).ToArray();
        var before = random.Next(2) == 0 || kept.Count == 0 ? long.MaxValue : kept[random.Next(kept.Count)].Position;
        var limit = random.Next(1, 10);

        var expected = kept
            .Where(entry => entry.Kind != MessageKind.Topic && entry.Position < before && rooms.Contains(entry.RoomKey))
            .Where(entry => Matches(entry.Text, words))
            .OrderByDescending(entry => entry.Position)
            .Take(limit);
        Assert.Equal(
            expected, Log.Search(new SearchQuery(words, rooms, before, limit), TestContext.Current.CancellationToken));
    }
}
