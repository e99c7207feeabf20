using Confab.Chat.Messages;

namespace Confab.Storage.Tests.Contract;

public abstract partial class MessageLogContract
{
    // Letters are entries (T is a topic), small letters events; a dot goes to the next millisecond.
    private const string Story = "A.jBk.TCl.DEm.F";

    [Theory]
    [InlineData(null, null, 9, false, true, "AjBkTClDE")]
    [InlineData(null, null, 4, true, true, "DEmF")]
    [InlineData(null, null, 9, false, false, "ABCDEF")]
    [InlineData(null, null, 2, true, false, "EF")]
    [InlineData("A", null, 3, false, true, "jBk")]
    [InlineData("A", null, 2, false, false, "BC")]
    [InlineData("k", null, 3, false, true, "TCl")]
    [InlineData("k", null, 3, false, false, "CDE")]
    [InlineData("T", null, 1, false, false, "C")]
    [InlineData(null, "D", 3, true, true, "TCl")]
    [InlineData(null, "m", 3, true, false, "CDE")]
    [InlineData(null, "A", 3, true, true, "")]
    [InlineData("F", null, 3, false, true, "")]
    [InlineData("j", "m", 99, false, true, "BkTClDE")]
    [InlineData("j", "m", 3, true, true, "lDE")]
    [InlineData("B", "D", 99, false, false, "C")]
    [InlineData("D", "B", 99, false, true, "")]
    [InlineData("0", null, 99, false, true, "jBkTClDEmF")]
    [InlineData("2", null, 99, false, true, "DEmF")]
    [InlineData("-1", null, 99, false, true, "AjBkTClDEmF")]
    [InlineData("5", null, 99, false, true, "")]
    [InlineData(null, "2", 99, true, true, "AjBk")]
    [InlineData(null, "2", 1, true, false, "B")]
    [InlineData(null, "0", 99, true, true, "")]
    [InlineData(null, "99", 2, true, true, "mF")]
    [InlineData("0", "3", 99, false, true, "jBkTCl")]
    [InlineData("0", "l", 99, false, false, "BC")]
    [InlineData("C", "4", 99, false, true, "lDEm")]
    [InlineData("1", "2", 99, false, true, "")]
    public void A_page_lies_between_its_places(string? after, string? before, int limit, bool fromNewest, bool withEvents, string expected)
    {
        Tell(out var ids);
        Restart();

        var page = Log.Page(new PageQuery("#tea", Point(after, ids), Point(before, ids), limit, fromNewest, withEvents));

        Assert.Equal(expected, string.Concat(page!.Texts()));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "Aj")]
    [InlineData(3, "AjBkT")]
    [InlineData(5, "AjBkTClD")]
    [InlineData(7, "AjBkTClDEmF")]
    [InlineData(700, "AjBkTClDEmF")]
    public void A_page_holds_nothing_newer_than_allowed(long maxNumber, string expected)
    {
        Tell(out var ids);
        var query = new PageQuery("#tea", null, null, 99, FromNewest: true, WithEvents: true, maxNumber);

        Assert.Equal(expected, string.Concat(Log.Page(query)!.Texts()));
        Assert.Equal(expected, string.Concat(Log.Page(query with { Before = HistoryPoint.At(Drafts.Start.AddDays(1)) })!.Texts()));
        Assert.Equal(
            expected.Length > 1 ? expected[1..] : "",
            string.Concat(Log.Page(query with { After = HistoryPoint.Of(ids["A"]), FromNewest = false })!.Texts()));
    }

    [Fact]
    public void A_page_from_an_id_that_the_room_does_not_have_is_none()
    {
        var removed = New.Say("removed");
        var elsewhere = New.Say("elsewhere", "#ops");
        var left = New.Make(MessageKind.Left, "", "#ops");
        Log.Append(removed, New.Say("a"), elsewhere, left);
        Log.Prune(new RetentionPolicy(null, 1), Drafts.Start, 10);

        foreach (var id in new[] { removed.Id, elsewhere.Id, left.Id, MessageLogExtensions.SomeId(1) })
        {
            Assert.Null(Log.Page(new PageQuery("#tea", HistoryPoint.Of(id), null, 9, FromNewest: false, WithEvents: true)));
            Assert.Null(Log.Page(new PageQuery("#tea", null, HistoryPoint.Of(id), 9, FromNewest: true, WithEvents: false)));
            Assert.Null(Log.Page(new PageQuery("#nowhere", null, HistoryPoint.Of(id), 9, FromNewest: true, WithEvents: false)));
        }
    }

    [Fact]
    public void An_unknown_room_has_an_empty_page()
    {
        var now = HistoryPoint.At(Drafts.Start);

        Assert.Empty(Log.Page(new PageQuery("#nowhere", now, now, 9, FromNewest: false, WithEvents: true))!);
    }

    [Fact]
    public void A_page_of_no_length_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => Log.Page(new PageQuery("#tea", null, null, 0, FromNewest: false, WithEvents: true)));

    [Fact]
    public void A_moment_between_two_milliseconds_counts_as_the_first()
    {
        Log.Append(New.Say("a", time: Drafts.Start), New.Say("b", time: Drafts.Start.AddMilliseconds(1)));
        var moment = HistoryPoint.At(Drafts.Start.AddMilliseconds(0.5));

        Assert.Equal(["b"], Log.Page(new PageQuery("#tea", moment, null, 9, FromNewest: false, WithEvents: false))!.Texts());
        Assert.Empty(Log.Page(new PageQuery("#tea", null, moment, 9, FromNewest: false, WithEvents: false))!);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_page_is_what_a_plain_scan_gives(int seed)
    {
        var random = new Random(seed);
        var time = Drafts.Start;
        for (var step = 0; step < 30; step++)
        {
            Log.Append([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => New.Make(
                Kinds[random.Next(Kinds.Length)], "x", Rooms[random.Next(2)], time = time.AddMilliseconds(random.Next(3))))]);
            switch (random.Next(8))
            {
                case 0:
                    Log.Prune(new RetentionPolicy(null, random.Next(5, 40)), time, random.Next(1, 30));
                    break;
                case 1:
                    Log.Prune(new RetentionPolicy(TimeSpan.FromMilliseconds(random.Next(20, 100)), null), time, random.Next(1, 30));
                    break;
                case 2:
                    Restart();
                    break;
            }

            var all = Everything(Rooms[0]);
            for (var ask = 0; ask < 10; ask++)
            {
                CompareWithScan(random, all);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Times_that_fall_make_no_page_fail_or_leave_its_room(int seed)
    {
        var random = new Random(seed);
        Log.Append([.. Enumerable.Range(0, 80).Select(_ => New.Make(
            Kinds[random.Next(Kinds.Length)], "x", Rooms[random.Next(2)], Drafts.Start.AddMilliseconds(random.Next(30))))]);
        var all = Everything(Rooms[0]);

        for (var moment = -1; moment <= 30; moment++)
        {
            var query = new PageQuery(
                Rooms[0], HistoryPoint.At(Drafts.Start.AddMilliseconds(moment)), null, random.Next(1, 60), moment % 2 == 0, WithEvents: true);
            var page = Log.Page(query)!;
            Assert.Equal(page.OrderBy(entry => entry.Position), page);
            Assert.Subset(all.ToHashSet(), page.ToHashSet());
            Assert.InRange(page.Count, 0, query.Limit);
            Assert.NotNull(Log.Page(query with { After = null, Before = query.After }));
        }
    }

    private static MessageKind[] Kinds => Enum.GetValues<MessageKind>();

    private static HistoryPoint? Point(string? place, Dictionary<string, MessageId> ids) => place switch
    {
        null => null,
        _ when ids.TryGetValue(place, out var id) => HistoryPoint.Of(id),
        _ => HistoryPoint.At(Drafts.Start.AddMilliseconds(int.Parse(place, System.Globalization.CultureInfo.InvariantCulture))),
    };

    private static HistoryPoint? SomePoint(Random random, IReadOnlyList<LogEntry> all) => random.Next(3) switch
    {
        0 when all.Count > 0 => HistoryPoint.Of(all[random.Next(all.Count)].Id),
        1 when all.Count > 0 => HistoryPoint.At(all[random.Next(all.Count)].Time.AddMilliseconds(random.Next(-1, 2))),
        _ => null,
    };

    private void CompareWithScan(Random random, IReadOnlyList<LogEntry> all)
    {
        var query = new PageQuery(
            Rooms[0], SomePoint(random, all), SomePoint(random, all), random.Next(1, 12), random.Next(2) == 0, random.Next(2) == 0,
            random.Next(3) == 0 && all.Count > 0 ? all[random.Next(all.Count)].Number : long.MaxValue);
        var expected = all
            .Where(entry => query.WithEvents || (int)entry.Kind <= 3)
            .Where(entry => entry.Number <= query.MaxNumber)
            .Where(entry => query.After is not { } after || SideOf(entry, after, all) > 0)
            .Where(entry => query.Before is not { } before || SideOf(entry, before, all) < 0);

        Assert.Equal(query.FromNewest ? expected.TakeLast(query.Limit) : expected.Take(query.Limit), Log.Page(query));
    }

    private static int SideOf(LogEntry entry, HistoryPoint point, IReadOnlyList<LogEntry> all) => point.Id is { } id
        ? entry.Position.CompareTo(all.Single(other => other.Id == id).Position)
        : entry.Time.CompareTo(point.Time);

    private void Tell(out Dictionary<string, MessageId> ids)
    {
        ids = [];
        var time = Drafts.Start;
        foreach (var sign in Story)
        {
            if (sign == '.')
            {
                time = time.AddMilliseconds(1);
                continue;
            }

            var kind = sign == 'T' ? MessageKind.Topic : char.IsLower(sign) ? MessageKind.Joined : MessageKind.Message;
            var draft = New.Make(kind, sign.ToString(), time: time);
            ids.Add(draft.Text, draft.Id);
            Log.Append(draft, New.Say("elsewhere", "#ops", time));
        }
    }
}
