using System.Globalization;

namespace Confab.Irc.Tests.V3.History;

/// <summary>Which messages the subcommands of CHATHISTORY choose (chathistory, Subcommands).</summary>
public sealed class HistorySelectionTests
{
    private static readonly string[] _said = ["one", "two", "three", "four", "five"];

    // LATEST: the newest, in ascending order.
    [Theory]
    [InlineData(1, "five")]
    [InlineData(2, "four five")]
    [InlineData(5, "one two three four five")]
    [InlineData(50, "one two three four five")]
    public async Task LATEST_gives_the_newest(int limit, string expected)
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, _) = await TalkAsync(server);
        Assert.Equal(expected, Join(await alice.HistoryAsync($"LATEST #room * {limit}")));
    }

    // LATEST: restricted to what came after a message, which is left out.
    [Theory]
    [InlineData(true, 5, "four five")]
    [InlineData(false, 5, "four five")]
    [InlineData(true, 1, "five")]
    [InlineData(false, 1, "five")]
    public async Task LATEST_may_begin_after_a_message(bool byId, int limit, string expected)
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, said) = await TalkAsync(server);
        Assert.Equal(expected, Join(await alice.HistoryAsync($"LATEST #room {Reference(said[2], byId)} {limit}")));
    }

    // BEFORE: the nearest ones before a message, which is left out.
    [Theory]
    [InlineData(true, 10, "one two three")]
    [InlineData(false, 10, "one two three")]
    [InlineData(true, 2, "two three")]
    [InlineData(false, 2, "two three")]
    public async Task BEFORE_gives_the_nearest_ones_before_a_message(bool byId, int limit, string expected)
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, said) = await TalkAsync(server);
        Assert.Equal(expected, Join(await alice.HistoryAsync($"BEFORE #room {Reference(said[3], byId)} {limit}")));
    }

    // AFTER: the nearest ones after a message, which is left out.
    [Theory]
    [InlineData(true, 10, "three four five")]
    [InlineData(false, 10, "three four five")]
    [InlineData(true, 2, "three four")]
    [InlineData(false, 2, "three four")]
    public async Task AFTER_gives_the_nearest_ones_after_a_message(bool byId, int limit, string expected)
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, said) = await TalkAsync(server);
        Assert.Equal(expected, Join(await alice.HistoryAsync($"AFTER #room {Reference(said[1], byId)} {limit}")));
    }

    // AROUND: the message itself and those around it, not more than the limit.
    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 3)]
    [InlineData(true, 5)]
    [InlineData(true, 1)]
    public async Task AROUND_gives_a_message_and_its_neighbours(bool byId, int limit)
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, said) = await TalkAsync(server);
        var batch = await alice.HistoryAsync($"AROUND #room {Reference(said[2], byId)} {limit}");
        Assert.InRange(batch.Lines.Count, 1, limit);
        Assert.True(!byId || batch.Texts.Contains("three"));
        Assert.Contains(string.Join(' ', batch.Texts), string.Join(' ', _said), StringComparison.Ordinal);
        Assert.True(limit < 3 || batch.Texts.Intersect(["two", "four"]).Count() == 2);
    }

    // BETWEEN: counted from the first selector, both left out, in ascending order.
    [Theory]
    [InlineData(0, 4, 10, "two three four")]
    [InlineData(4, 0, 10, "two three four")]
    [InlineData(0, 4, 2, "two three")]
    [InlineData(4, 0, 2, "three four")]
    [InlineData(1, 2, 10, "")]
    public async Task BETWEEN_counts_from_its_first_reference(int first, int second, int limit, string expected)
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, said) = await TalkAsync(server);
        Assert.Equal(expected, Join(await alice.HistoryAsync($"BETWEEN #room {said[first].ById()} {said[second].ById()} {limit}")));
        Assert.Equal(expected, Join(await alice.HistoryAsync($"BETWEEN #room {said[first].ByTime()} {said[second].ByTime()} {limit}")));
        Assert.Equal(expected, Join(await alice.HistoryAsync($"BETWEEN #room {said[first].ByTime()} {said[second].ById()} {limit}")));
    }

    // Subcommands: nothing there is an empty batch.
    [Fact]
    public async Task Nothing_to_give_is_an_empty_batch()
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, said) = await TalkAsync(server);
        Assert.Empty((await alice.HistoryAsync($"BEFORE #room {said[0].ById()} 5")).Lines);
        Assert.Empty((await alice.HistoryAsync($"AFTER #room {said[4].ById()} 5")).Lines);
        Assert.Empty((await alice.HistoryAsync("BEFORE #room timestamp=2001-01-01T00:00:00.000Z 5")).Lines);
        Assert.Empty((await alice.HistoryAsync("AFTER #room timestamp=2099-01-01T00:00:00.000Z 5")).Lines);
        await alice.JoinAsync("#silent");
        Assert.Empty((await alice.HistoryAsync("LATEST #silent * 5")).Lines);
    }

    // Timestamps need not be those of a message.
    [Fact]
    public async Task Any_moment_may_be_referred_to()
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, said) = await TalkAsync(server);
        var between = DateTimeOffset.Parse(said[2].Tags["time"], CultureInfo.InvariantCulture).AddYears(1);
        var later = between.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        Assert.Equal("four five", Join(await alice.HistoryAsync($"BEFORE #room timestamp={later} 2")));
        Assert.Equal("one two", Join(await alice.HistoryAsync("AFTER #room timestamp=2001-01-01T00:00:00.000Z 2")));
    }

    // Returned message notes: pages by id meet, with nothing missing and nothing twice.
    [Fact]
    public async Task Pages_by_id_meet_without_gaps()
    {
        await using var server = await IrcServer.StartAsync();
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        var texts = Enumerable.Range(1, 23).Select(number => $"m{number}").ToArray();
        await alice.AskAsync([.. texts.Select(text => $"PRIVMSG #room :{text}")]);
        var pages = new List<string>();
        var page = await alice.HistoryAsync("LATEST #room * 5");
        while (page.Lines.Count > 0)
        {
            pages.InsertRange(0, page.Texts);
            page = await alice.HistoryAsync($"BEFORE #room {page.Lines[0].ById()} 5");
        }

        Assert.Equal(texts, pages);
    }

    // Subcommands are without case.
    [Fact]
    public async Task Subcommands_are_understood_in_small_letters()
    {
        await using var server = await IrcServer.StartAsync();
        var (alice, _) = await TalkAsync(server);
        Assert.Equal("five", Join(await alice.HistoryAsync("latest #room * 1")));
    }

    private static async Task<(IrcClient Alice, IReadOnlyList<IrcMessage> Said)> TalkAsync(IrcServer server)
    {
        var alice = await server.EnterAsync("#room", "alice", Histories.Capabilities);
        return (alice, await alice.SayAsync("#room", _said));
    }

    private static string Reference(IrcMessage message, bool byId) => byId ? message.ById() : message.ByTime();

    private static string Join(ReceivedBatch batch) => string.Join(' ', batch.Texts);
}
