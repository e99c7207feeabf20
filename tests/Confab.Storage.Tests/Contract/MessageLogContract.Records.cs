namespace Confab.Storage.Tests.Contract;

public abstract partial class MessageLogContract
{
    private (string Kind, string Key, string? Value)[] Records =>
        [.. Log.LoadRecords().Select(record => (record.Kind, record.Key, record.Value)).Order()];

    [Fact]
    public void A_new_log_has_no_records() => Assert.Empty(Log.LoadRecords());

    [Fact]
    public void Records_are_kept_under_their_kind_and_key()
    {
        var long_ = "\"" + new string('x', 70_000) + "☕\"";
        Set(new("account", "alice", "{}"), new("room", "alice", "1"), new("account", "Alice", long_));
        Restart();
        Assert.Equal([("account", "alice", "{}"), ("account", "Alice", long_), ("room", "alice", "1")], Records);

        Set(new StoredRecord("account", "alice", "{\"a\":2}"), new StoredRecord("account", "Alice", null), new StoredRecord("ban", "nobody", null));
        Restart();
        Assert.Equal([("account", "alice", "{\"a\":2}"), ("room", "alice", "1")], Records);
    }

    [Fact]
    public void Of_a_record_that_comes_twice_the_last_counts()
    {
        Set(new("a", "set", "1"), new("a", "set", "2"), new("a", "gone", "1"), new("a", "gone", null), new("a", "back", null), new("a", "back", "3"));

        Assert.Equal([("a", "back", "3"), ("a", "set", "2")], Records);
    }

    [Fact]
    public void A_batch_that_fails_sets_and_removes_no_record()
    {
        var first = New.Say("first");
        Log.Append(new LogBatch([first], [new StoredRecord("a", "kept", "1")]), new AppendResult[1]);

        Assert.Throws<ArgumentException>(() => Log.Append(
            new LogBatch([New.Say("x"), New.Say("again") with { Id = first.Id }], [new("a", "kept", null), new("a", "new", "1")]),
            new AppendResult[2]));

        Assert.Equal([("a", "kept", "1")], Records);
        Restart();
        Assert.Equal([("a", "kept", "1")], Records);
    }

    [Fact]
    public void Records_alone_are_a_batch_that_changes_no_room()
    {
        Log.Append(New.Say("a"));
        Set(new StoredRecord("a", "b", "1"));

        Assert.Equal(2, Log.Append(New.Say("c"))[0].Number);
        Assert.Throws<ArgumentException>(() => Log.Append(new LogBatch([], []), []));
    }

    private void Set(params StoredRecord[] records) => Log.Append(new LogBatch([], records), []);
}
