using Confab.Chat.Messages;
using Confab.Storage.Memory;
using Confab.Storage.Sqlite;

namespace Confab.Storage.Tests.Sqlite;

/// <summary>Wherever the border between tables and journal lies, the log in memory gives the same answers.</summary>
public sealed class JournalReadingTests : SqliteLogTestBase
{
    private static readonly string[] _rooms = ["#tea", "#ops", "#late", "@alice,bob"];

    private static readonly string[] _texts = ["", "tea", "TEAPOT", "more tea, please ☕", "茶", "nothing"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void All_questions_are_answered_as_by_the_log_in_memory(int seed)
    {
        var random = new Random(seed);
        using var log = Open();
        using var memory = new MemoryMessageLog();
        var ids = new List<MessageId> { MessageLogExtensions.SomeId(1) };
        for (var round = 0; round < 60; round++)
        {
            EntryDraft[] batch = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Draft(random, round))];
            ids.AddRange(batch.Select(draft => draft.Id));
            Assert.Equal(memory.Append(batch), log.Append(batch));
            if (random.Next(4) == 0)
            {
                log.IndexMore(random.Next(1, 30));
            }

            for (var question = 0; question < 10; question++)
            {
                Compare(log, memory, random, ids);
            }
        }

        Assert.Equal(memory.LoadRooms().OrderBy(room => room.Key), log.LoadRooms().OrderBy(room => room.Key));
        Assert.Equal(memory.LastTime, log.LastTime);
    }

    private static void Compare(SqliteMessageLog log, MemoryMessageLog memory, Random random, List<MessageId> ids)
    {
        var room = _rooms[random.Next(_rooms.Length)];
        var range = new RangeQuery(
            room, random.Next(40), random.Next(2) == 0 ? long.MaxValue : random.Next(120), random.Next(1, 30), random.Next(2) == 0);
        Assert.Equal(memory.Read(range), log.Read(range));

        var page = new PageQuery(
            room,
            Point(random, ids),
            Point(random, ids),
            random.Next(1, 30),
            random.Next(2) == 0,
            random.Next(2) == 0,
            random.Next(3) == 0 ? random.Next(80) : long.MaxValue);
        Assert.Equal(memory.Page(page), log.Page(page));

        var id = ids[random.Next(ids.Count)];
        Assert.Equal(memory.Find(id), log.Find(id));

        var search = new SearchQuery(
            random.Next(2) == 0 ? "tea" : "茶",
            [.. _rooms.Where(_ => random.Next(2) == 0)],
            random.Next(2) == 0 ? long.MaxValue : random.Next(300),
            random.Next(1, 20));
        Assert.Equal(
            memory.Search(search, TestContext.Current.CancellationToken), log.Search(search, TestContext.Current.CancellationToken));
    }

    private static HistoryPoint? Point(Random random, List<MessageId> ids) => random.Next(3) switch
    {
        0 => null,
        1 => HistoryPoint.Of(ids[random.Next(ids.Count)]),
        _ => HistoryPoint.At(Drafts.Start.AddSeconds(random.Next(ids.Count))),
    };

    private EntryDraft Draft(Random random, int round)
    {
        MessageKind[] kinds =
            [MessageKind.Message, MessageKind.Message, MessageKind.Action, MessageKind.Notice, MessageKind.Topic, MessageKind.Joined, MessageKind.Quit];
        string? Some(string text) => random.Next(3) switch { 0 => null, 1 => "", _ => text };

        // One room comes late, so that for a time only the journal knows it.
        var room = _rooms[random.Next(round < 40 ? 2 : _rooms.Length)];
        var key = random.Next(4) == 0 ? new ResendKey(new Guid(random.Next(3), 0, 0, new byte[8]), random.Next(-9, 9)) : default(ResendKey?);
        return New.Make(kinds[random.Next(kinds.Length)], _texts[random.Next(_texts.Length)], room, key: key) with
        {
            Account = Some("älice"),
            Source = Some("~a@host"),
            Tags = Some("+draft/react=☕"),
            Target = Some("bob"),
            Formatted = Some("\u0002tea\u0002"),
        };
    }
}
