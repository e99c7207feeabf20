using Confab.Chat.Messages;

namespace Confab.Storage.Tests;

public static class MessageLogExtensions
{
    public static AppendResult[] Append(this IMessageLog log, params EntryDraft[] batch)
    {
        var results = new AppendResult[batch.Length];
        log.Append(LogBatch.Of(batch), results);
        return results;
    }

    /// <summary>A room's whole history.</summary>
    public static IReadOnlyList<LogEntry> All(this IMessageLog log, string room = "#tea") =>
        log.Read(new RangeQuery(room, 0, long.MaxValue, int.MaxValue, FromNewest: false));

    public static IEnumerable<string> Texts(this IEnumerable<LogEntry> entries) => entries.Select(entry => entry.Text);

    /// <summary>The texts that a search finds, newest first.</summary>
    public static string[] Found(this IMessageLog log, string words, params string[] rooms) =>
        [.. log.Search(
            new SearchQuery(words, rooms.Length == 0 ? ["#tea"] : rooms, long.MaxValue, 100),
            TestContext.Current.CancellationToken).Texts()];

    public static void IndexAll(this IMessageLog log)
    {
        while (log.IndexMore(1_000))
        {
        }
    }

    public static StoredRoom Room(this IMessageLog log, string key = "#tea") => Assert.Single(log.LoadRooms(), room => room.Key == key);

    public static MessageId SomeId(int number) => new(new Guid(number, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9));
}
