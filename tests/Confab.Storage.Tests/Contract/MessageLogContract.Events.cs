using Confab.Chat.Messages;

namespace Confab.Storage.Tests.Contract;

public abstract partial class MessageLogContract
{
    [Fact]
    public void Events_stand_among_the_entries_and_take_no_number()
    {
        var results = Log.Append(
            New.Make(MessageKind.Joined, "Alice"), New.Say("a"), New.Make(MessageKind.ModeChanged, "+o bob"),
            New.Say("b"), New.Say("c", "#ops"), New.Make(MessageKind.Left, ""));

        Assert.Equal([0, 1, 1, 2, 1, 2], results.Select(result => result.Number));
        Assert.All(results, result => Assert.False(result.IsDuplicate));
        Restart();
        Assert.Equal(["Alice", "a", "+o bob", "b", ""], Everything().Texts());
        Assert.Equal([0, 1, 1, 2, 2], Everything().Select(entry => entry.Number));
        Assert.Equal(["a", "b"], Log.All().Texts());
        Assert.Equal(3, Log.Append(New.Say("d"))[0].Number);
    }

    [Theory]
    [InlineData(MessageKind.Joined)]
    [InlineData(MessageKind.Left)]
    [InlineData(MessageKind.Quit)]
    [InlineData(MessageKind.Kicked)]
    [InlineData(MessageKind.Renamed)]
    [InlineData(MessageKind.ModeChanged)]
    [InlineData(MessageKind.TagMessage)]
    public void An_event_comes_back_as_it_was_given(MessageKind kind)
    {
        var draft = New.Make(kind, "why ☕", time: Drafts.Start.AddTicks(7_891_234)) with
        {
            Account = "alice",
            Source = "~al@host.example",
            Tags = "+draft/react=☕",
            Target = "bob",
            Formatted = "\u0002why\u0002 ☕",
        };
        var result = Log.Append(New.Say("before"), draft)[1];
        Restart();

        var kept = LogRules.StoredTime(draft.Time);
        Assert.Equal(new AppendResult(1, draft.Id, kept, IsDuplicate: false), result);
        var entry = Everything()[1];
        var expected = new LogEntry(entry.Position, draft.Id, "#TEA", "#tea", 1, kind, "alice", kept, "why ☕")
        {
            Account = "alice",
            Source = "~al@host.example",
            Tags = "+draft/react=☕",
            Target = "bob",
            Formatted = "\u0002why\u0002 ☕",
        };
        Assert.Equal(expected, entry);
        Assert.Equal(expected, Log.Find(draft.Id));
    }

    [Fact]
    public void Events_are_not_read_by_number_and_not_found_by_a_search()
    {
        Log.Append(New.Make(MessageKind.Quit, "tea is cold"), New.Say("tea is hot"), New.Make(MessageKind.Left, "no tea"));
        Assert.Equal(["tea is hot"], Log.Found("tea"));
        Log.IndexAll();
        Restart();

        Assert.Equal(["tea is hot"], Log.Found("tea"));
        Assert.Equal(["tea is hot"], Log.All().Texts());
        Assert.Empty(Log.Found("cold"));
    }

    [Fact]
    public void A_room_that_only_had_events_is_not_a_room_yet()
    {
        Log.Append(New.Make(MessageKind.Joined, "", time: Drafts.Start) with { Room = "#tEa" }, New.Say("a", "#ops"));
        Restart();
        Assert.Equal("#ops", Assert.Single(Log.LoadRooms()).Key);
        Assert.Single(Everything());

        var first = New.Say("first") with { Room = "#Tea" };
        Assert.Equal(1, Log.Append(New.Make(MessageKind.Left, ""), first)[1].Number);
        Restart();
        Assert.Equal(new StoredRoom("#Tea", "#tea", first.Time, 1, Topic: null, first.Time), Log.Room());
    }

    [Fact]
    public void One_quit_is_an_event_of_several_rooms_under_one_id()
    {
        var quit = New.Make(MessageKind.Quit, "bye");
        Log.Append(New.Say("a"), New.Say("b", "#ops"));
        Log.Append(quit, quit with { RoomKey = "#ops", Room = "#OPS" });
        Restart();

        Assert.Equal(["a", "bye"], Everything().Texts());
        Assert.Equal(["b", "bye"], Everything("#ops").Texts());
        Assert.Equal("#tea", Log.Find(quit.Id)?.RoomKey);
        Assert.Equal(["b"], Log.Page(new PageQuery("#ops", null, HistoryPoint.Of(quit.Id), 9, FromNewest: true, WithEvents: true))!.Texts());
    }

    [Fact]
    public void Nothing_about_an_event_makes_the_log_refuse_a_batch()
    {
        var said = New.Say("a", key: _key);
        Log.Append(said);

        var results = Log.Append(
            New.Make(MessageKind.Left, "same id") with { Id = said.Id },
            New.Make(MessageKind.Left, "same id again") with { Id = said.Id },
            New.Make(MessageKind.Left, "same key", key: _key));

        Assert.All(results, result => Assert.False(result.IsDuplicate));
        Assert.Equal(["a", "same id", "same id again", "same key"], Everything().Texts());
        Assert.Equal("a", Log.Find(said.Id)?.Text);
        Assert.True(Log.Append(said)[0].IsDuplicate);
    }

    [Fact]
    public void A_batch_that_fails_leaves_no_event_behind()
    {
        var first = New.Say("first");
        Log.Append(first, New.Make(MessageKind.Joined, "one"));
        var lost = New.Make(MessageKind.Joined, "lost");

        Assert.Throws<ArgumentException>(
            () => Log.Append(lost, New.Make(MessageKind.Joined, "lost", "#new"), New.Say("again") with { Id = first.Id }));

        Assert.Null(Log.Find(lost.Id));
        Log.Append(New.Make(MessageKind.Joined, "two"), New.Say("on", "#new"));
        Restart();
        Assert.Equal(["first", "one", "two"], Everything().Texts());
        Assert.Equal(["on"], Everything("#new").Texts());
    }

    [Fact]
    public void Positions_of_removed_events_are_not_given_again()
    {
        Log.Append(New.Say("a", time: Drafts.Start.AddDays(5)), New.Make(MessageKind.Left, "gone", time: Drafts.Start));
        var last = Everything()[^1].Position;
        Assert.False(Log.Prune(new RetentionPolicy(TimeSpan.FromDays(1), null), Drafts.Start.AddDays(5), 100));
        Restart();
        Log.Append(New.Make(MessageKind.Left, "next"));

        Assert.Equal(["a", "next"], Everything().Texts());
        Assert.True(Everything()[^1].Position > last);
    }

    [Fact]
    public void Events_beyond_the_age_are_removed_and_rooms_that_were_nothing_else()
    {
        var now = Drafts.Start.AddDays(10);
        Log.Append(
            New.Make(MessageKind.Joined, "old", time: now.AddDays(-3)), New.Make(MessageKind.Joined, "old", "#bare", now.AddDays(-3)),
            New.Say("a", time: now), New.Make(MessageKind.Left, "young", time: now.AddDays(-2)));

        Assert.True(Log.Prune(new RetentionPolicy(TimeSpan.FromDays(2), null), now, 1));
        Assert.False(Log.Prune(new RetentionPolicy(TimeSpan.FromDays(2), null), now, 1));

        Assert.Equal(["a", "young"], Everything().Texts());
        Assert.Empty(Everything("#bare"));
        Assert.Equal(1, Log.Append(New.Say("new", "#bare"))[0].Number);
        Restart();
        Assert.Equal(["new"], Everything("#bare").Texts());
        Assert.Equal(2, Log.LoadRooms().Count);
    }

    [Fact]
    public void Events_go_with_the_entry_they_came_after()
    {
        Log.Append([.. Enumerable.Range(1, 5).SelectMany(i => new[] { New.Say($"{i}"), New.Make(MessageKind.Left, $"after {i}") })]);
        Log.Append(New.Make(MessageKind.Left, "elsewhere", "#ops"));

        Assert.False(Log.Prune(new RetentionPolicy(null, 2), Drafts.Start, 100));

        Assert.Equal(["4", "after 4", "5", "after 5"], Everything().Texts());
        Assert.Equal(["elsewhere"], Everything("#ops").Texts());
    }

    [Fact]
    public void No_more_events_of_a_room_are_kept_than_entries()
    {
        Log.Append([New.Say("a"), .. Enumerable.Range(1, 9).Select(i => New.Make(MessageKind.Left, $"{i}"))]);

        Assert.True(Log.Prune(new RetentionPolicy(null, 3), Drafts.Start, 4));
        Assert.False(Log.Prune(new RetentionPolicy(null, 3), Drafts.Start, 4));

        Assert.Equal(["a", "7", "8", "9"], Everything().Texts());
        Log.Append(New.Make(MessageKind.Left, "10"));
        Assert.False(Log.Prune(new RetentionPolicy(null, 3), Drafts.Start, 4));
        Assert.Equal(["a", "8", "9", "10"], Everything().Texts());
    }

    [Fact]
    public void The_latest_time_is_that_of_any_entry_or_event()
    {
        Assert.Null(Log.LastTime);
        Log.Append(New.Say("a", time: Drafts.Start.AddHours(2)), New.Say("b", time: Drafts.Start));
        Assert.Equal(Drafts.Start.AddHours(2), Log.LastTime);
        Log.Append(New.Make(MessageKind.Joined, "", "#bare", Drafts.Start.AddHours(3)));
        Restart();

        Assert.Equal(Drafts.Start.AddHours(3), Log.LastTime);
    }

    [Fact]
    public void A_conversation_is_kept_as_a_room_and_knows_when_something_was_last_said()
    {
        var said = New.Say("psst", "@alice,bob");
        Log.Append(said, New.Make(MessageKind.TagMessage, "", "@alice,bob"), New.Topic("only a topic"));
        Restart();

        Assert.Equal(said.Time, Log.Room("@alice,bob").LastTime);
        Assert.Null(Log.Room().LastTime);
        Assert.Equal(["psst"], Log.Found("psst", "@alice,bob"));
        Log.Append(New.Say("#tea", time: Drafts.Start.AddHours(1)));
        Assert.Equal(Drafts.Start.AddHours(1), Log.Room().LastTime);
    }

    /// <summary>All entries and events of a room.</summary>
    private IReadOnlyList<LogEntry> Everything(string room = "#tea") =>
        Log.Page(new PageQuery(room, null, null, int.MaxValue, FromNewest: false, WithEvents: true))!;
}
