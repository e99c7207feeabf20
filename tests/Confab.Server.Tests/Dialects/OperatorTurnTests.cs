using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Server.Tests.Engine;
using Confab.Testing;
using Confab.Testing.Memory;

namespace Confab.Server.Tests.Dialects;

/// <summary>A lock-step client gets exactly one reply for each of its messages, and nothing that it did not ask for.</summary>
public sealed class OperatorTurnTests : IDisposable
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(1);

    private readonly MemoryServer _server = new();
    private readonly MemoryClient _watch;
    private readonly MemoryClient _a;

    public OperatorTurnTests()
    {
        _watch = _server.Connect("text");
        _watch.Send("watch\n");
        _a = _server.Connect("operator");
    }

    public void Dispose() => _server.Dispose();

    [Fact]
    public void Nothing_comes_unasked()
    {
        _watch.Send("hello?\nanybody?\n/msg " + _a.Port + " you there?\n");
        _server.Advance(TimeSpan.FromHours(1));

        Assert.Empty(_a.Messages());
    }

    [Fact]
    public void The_operator_of_the_server_speaks_plainly_and_others_by_name()
    {
        var desk = Seat.Operator(_server.Engine);
        _a.Send("hello from A");
        Assert.Empty(_a.Messages());

        desk.Ask(new SendPrivateMessage($"{_a.Port}", "hello A"));
        _server.Run();
        Assert.Equal(["hello A"], _a.Messages());

        _server.Settle();
        _a.Send("and?");
        desk.Ask(new Announce("to all"));
        _server.Run();
        Assert.Equal(["to all"], _a.Messages());

        _server.Settle();
        _a.Send("who else?");
        _watch.Send("me\n");
        Assert.Equal(["watch: me"], _a.Messages());
        _server.Settle();
        _a.Send("and in private?");
        _watch.Send($"/msg {_a.Port} psst\n");
        Assert.Equal(["watch: (private) psst"], _a.Messages());
    }

    [Fact]
    public void A_turn_ends_with_a_stopgap_when_its_time_is_up_and_not_before()
    {
        _a.Send("anybody?");
        _server.Advance(_timeout - _tick);
        Assert.Empty(_a.Messages());

        _server.Advance(_tick);

        Assert.Equal(["(no reply yet)"], _a.Messages());
        _server.Advance(TimeSpan.FromHours(1));
        Assert.Empty(_a.Messages());
    }

    [Fact]
    public void A_turn_that_got_its_reply_gets_no_stopgap()
    {
        _a.Send("anybody?");
        _server.Advance(_timeout - _tick);
        _watch.Send("yes\n");
        Assert.Equal(["watch: yes"], _a.Messages());

        _server.Advance(TimeSpan.FromHours(1));

        Assert.Empty(_a.Messages());
    }

    [Fact]
    public void Turns_that_overlap_each_end_in_their_own_time()
    {
        _a.Send("one");
        _server.Advance(TimeSpan.FromSeconds(1));
        _a.Send("two");
        _server.Advance(TimeSpan.FromSeconds(1));
        _a.Send("three");
        _watch.Send("to the first\n");
        Assert.Equal(["watch: to the first"], _a.Messages());

        _server.Advance(TimeSpan.FromSeconds(4) - _tick);
        Assert.Empty(_a.Messages());
        _server.Advance(_tick);
        Assert.Equal(["(no reply yet)"], _a.Messages());
        _server.Advance(TimeSpan.FromSeconds(1) - _tick);
        Assert.Empty(_a.Messages());
        _server.Advance(_tick);
        Assert.Equal(["(no reply yet)"], _a.Messages());
    }

    [Fact]
    public void What_was_said_between_turns_is_folded_into_the_next_reply_the_newest_last()
    {
        _watch.Send("one\ntwo\n");
        _server.Advance(TimeSpan.FromMinutes(1));
        _watch.Send("three\n");

        _a.Send("hello");

        Assert.Equal(["watch: one\nwatch: two\nwatch: three"], _a.Messages());
    }

    [Fact]
    public void A_reply_holds_whole_messages_up_to_1024_bytes_and_the_rest_waits_for_the_next_turn()
    {
        for (var i = 0; i < 5; i++)
        {
            _watch.Send($"{i}{new string('ä', 200)}\n");
        }

        _a.Send("hello");
        var first = Assert.Single(_a.Wire.Take());
        Assert.Equal((2 * ("watch: 0".Length + 400)) + 1, first.Length);
        _server.Settle();
        Assert.Empty(_a.Messages());
        _a.Send("more");
        Assert.StartsWith("watch: 2", Assert.Single(_a.Messages()), StringComparison.Ordinal);
        _server.Settle();
        _a.Send("more");
        Assert.StartsWith("watch: 4", Assert.Single(_a.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_longer_than_a_reply_goes_on_in_the_next_one_cut_between_characters()
    {
        var text = string.Concat(Enumerable.Repeat("漢", 700));
        _watch.Send(text + "\n");

        var replies = new List<string>();
        for (var turn = 0; turn < 3; turn++)
        {
            _a.Send("more");
            var reply = Assert.Single(_a.Wire.Take());
            Assert.InRange(reply.Length, 1, 1024);
            replies.Add(System.Text.Encoding.UTF8.GetString(reply));
            _server.Settle();
        }

        Assert.Equal($"watch: {text}", string.Concat(replies));
    }

    [Fact]
    public void A_client_that_takes_no_turn_for_long_misses_what_is_oldest_and_is_told_how_much()
    {
        using var server = new MemoryServer(new TestServerOptions { Dialect = options => options with { TurnQueueBytes = 100 } });
        var watch = server.Connect("text");
        watch.Send("watch\n");
        var a = server.Connect("operator");
        for (var i = 0; i < 20; i++)
        {
            watch.Send($"number {i,2}\n");
        }

        a.Send("hello");

        var reply = Assert.Single(a.Messages());
        Assert.Matches(@"^\(\d+ earlier messages not shown\)\nwatch: number ", reply);
        Assert.EndsWith("watch: number 19", reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_is_refused_gets_its_reply_too()
    {
        using var log = new HeldLog();
        using var server = new MemoryServer(log: log);
        var a = server.Connect("operator");
        log.Refusal = "The disk is full.";

        a.Send("hello");
        Assert.Equal(["The disk is full."], a.Messages());
        server.Settle();
        log.Refusal = null;
        a.Send("\u0001");

        Assert.Single(a.Messages());
    }

    [Fact]
    public void A_session_that_turns_out_to_speak_in_lines_is_told_at_once_what_waited_for_it_in_order()
    {
        _watch.Send("one\ntwo\n");
        Assert.Empty(_a.Messages());

        // In the same tick as the line feed.
        _watch.Feed("three\n"u8.ToArray());
        _a.Send("hello\n");
        _watch.Send("four\n");

        Assert.Equal("watch: one\nwatch: two\nwatch: three\nwatch: four\n", _a.Text());
        _server.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(_a.Messages());
    }

    [Fact]
    public void A_line_session_owes_nobody_a_reply()
    {
        _a.Send("one\ntwo\nthree\n");
        _server.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(_a.Messages());

        _a.Send("bye\n");

        Assert.True(_a.Wire.IsEnded);
        Assert.False(_a.Wire.WasReset);
        Assert.Empty(_a.Messages());
    }
}
