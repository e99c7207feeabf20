using Confab.Chat.Messages;

namespace Confab.Storage.Tests.Contract;

/// <summary>What every log promises. Each kind of log is a short subclass.</summary>
public abstract partial class MessageLogContract : IDisposable
{
    private IMessageLog? _log;

    protected Drafts New { get; } = new();

    /// <summary>The log under test, empty at first.</summary>
    protected IMessageLog Log => _log ??= OpenLog();

    /// <summary>Opens the log of this test, or opens it again after it was closed.</summary>
    protected abstract IMessageLog OpenLog();

    /// <summary>What a restart of the server does to the log; nothing, where history ends with the process.</summary>
    protected virtual void Restart()
    {
        Log.Dispose();
        _log = OpenLog();
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_new_log_has_no_rooms() => Assert.Empty(Log.LoadRooms());

    [Fact]
    public void The_log_keeps_its_id()
    {
        var id = Log.LogId;
        Restart();

        Assert.NotEqual(Guid.Empty, id);
        Assert.Equal(id, Log.LogId);
    }

    [Fact]
    public void Numbers_are_dense_in_each_room_over_batches_and_restarts()
    {
        Assert.Equal([1, 1, 2], Log.Append(New.Say("a"), New.Say("b", "#ops"), New.Say("c")).Select(result => result.Number));
        Assert.Equal([2, 3], Log.Append(New.Say("d", "#ops"), New.Say("e", "#ops")).Select(result => result.Number));
        Restart();
        Assert.Equal([3, 4], Log.Append(New.Say("f"), New.Say("g", "#ops")).Select(result => result.Number));

        Assert.Equal([1, 2, 3], Log.All().Select(entry => entry.Number));
        Assert.Equal(["b", "d", "e", "g"], Log.All("#ops").Texts());
        Assert.Equal(4, Log.Room("#ops").LastNumber);
    }

    [Fact]
    public void Positions_rise_over_all_rooms()
    {
        Log.Append(New.Say("a"), New.Say("b", "#ops"));
        Restart();
        Log.Append(New.Say("c"));

        long[] positions = [Log.All()[0].Position, Log.All("#ops")[0].Position, Log.All()[1].Position];
        Assert.Equal(positions.Order().Distinct(), positions);
    }

    [Fact]
    public void An_entry_comes_back_as_it_was_given()
    {
        var time = new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.FromHours(2)).AddTicks(7_891_234);
        var text = "tab\there\nsecond line, kettle ☕, 茶, 👩‍🚀, ' \" % _ \\ " + new string('x', 70_000);
        var draft = New.Make(MessageKind.Action, text, time: time) with
        {
            Account = "Älice",
            Source = "~al@host.example",
            Tags = "+reply=ab\\sc;+draft/react=☕",
            Target = "bob",
        };
        var result = Assert.Single(Log.Append(draft));
        Restart();

        var kept = new DateTimeOffset(2031, 2, 3, 2, 5, 6, 789, TimeSpan.Zero);
        Assert.Equal(new AppendResult(1, draft.Id, kept, IsDuplicate: false), result);
        var entry = Assert.Single(Log.All());
        var expected = new LogEntry(entry.Position, draft.Id, "#TEA", "#tea", 1, MessageKind.Action, "alice", kept, text)
        {
            Account = draft.Account,
            Source = draft.Source,
            Tags = draft.Tags,
            Target = draft.Target,
        };
        Assert.Equal(expected, entry);
        Assert.Equal(TimeSpan.Zero, entry.Time.Offset);
    }

    [Fact]
    public void An_entry_without_account_source_tags_and_target_comes_back_without_them()
    {
        Log.Append(New.Say("a"));
        Restart();

        var entry = Assert.Single(Log.All());
        Assert.Null(entry.Account);
        Assert.Null(entry.Source);
        Assert.Null(entry.Tags);
        Assert.Null(entry.Target);
    }

    [Fact]
    public void A_room_keeps_the_name_and_the_time_of_its_first_entry()
    {
        Log.Append(New.Say("a", time: Drafts.Start) with { Room = "#Tea" }, New.Say("b") with { Room = "#tEA" });
        Restart();

        Assert.Equal(new StoredRoom("#Tea", "#tea", Drafts.Start, 2, Topic: null, Log.All()[1].Time), Log.Room());
        Assert.All(Log.All(), entry => Assert.Equal("#Tea", entry.Room));
    }

    [Fact]
    public void A_batch_that_fails_in_the_middle_leaves_nothing_behind()
    {
        var first = New.Say("first");
        Log.Append(first);
        var key = new ResendKey(Guid.NewGuid(), 1);
        var kept = New.Say("x", key: key);
        EntryDraft[] batch = [kept, New.Say("new room", "#new"), New.Topic("topic"), New.Say("again") with { Id = first.Id }, New.Say("y")];

        Assert.Throws<ArgumentException>(() => Log.Append(batch));

        Assert.Equal(["first"], Log.All().Texts());
        Assert.Equal(new StoredRoom("#TEA", "#tea", first.Time, 1, Topic: null, first.Time), Assert.Single(Log.LoadRooms()));
        Assert.Null(Log.Find(kept.Id));
        Assert.Empty(Log.Found("x"));
        Assert.Equal([new AppendResult(2, kept.Id, kept.Time, IsDuplicate: false)], Log.Append(kept));
        Assert.Equal(1, Log.Append(New.Say("z", "#new"))[0].Number);
        Restart();
        Assert.Equal(["first", "x"], Log.All().Texts());
        Assert.Equal(3, Log.Append(New.Say("on"))[0].Number);
    }

    [Fact]
    public void The_same_id_twice_in_a_batch_is_refused()
    {
        var draft = New.Say("a");

        Assert.Throws<ArgumentException>(() => Log.Append(draft, draft));
        Assert.Empty(Log.LoadRooms());
    }

    [Fact]
    public void An_empty_batch_and_too_few_results_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Log.Append(LogBatch.Of(), []));
        Assert.Throws<ArgumentException>(() => Log.Append(LogBatch.Of(New.Say("a")), []));
        Assert.Empty(Log.LoadRooms());
    }

    [Fact]
    public void The_topic_is_the_last_one_set()
    {
        Log.Append(New.Topic("one"), New.Topic("elsewhere", "#ops"));
        Log.Append(New.Say("talk"), New.Topic("two"), New.Topic("three", "#new"), New.Topic("four", "#new"));
        var time = Log.All()[^1].Time;
        Restart();

        Assert.Equal(new StoredTopic("two", "alice", time), Log.Room().Topic);
        Assert.Equal("elsewhere", Log.Room("#ops").Topic?.Text);
        Assert.Equal("four", Log.Room("#new").Topic?.Text);
        Assert.Equal([MessageKind.Topic, MessageKind.Message, MessageKind.Topic], Log.All().Select(entry => entry.Kind));
    }

    [Fact]
    public void An_empty_topic_clears_it()
    {
        Log.Append(New.Topic("one"));
        Log.Append(New.Topic(""));
        Restart();

        Assert.Null(Log.Room().Topic);
        Assert.Equal(["one", ""], Log.All().Texts());
    }

    [Fact]
    public void An_entry_is_found_by_its_id()
    {
        var draft = New.Say("here", "#ops");
        Log.Append(New.Say("a"), draft, New.Say("b"));
        Restart();

        Assert.Equal(Assert.Single(Log.All("#ops")), Log.Find(draft.Id));
        Assert.Null(Log.Find(MessageLogExtensions.SomeId(1)));
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _log?.Dispose();
        }
    }
}
