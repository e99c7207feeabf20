using Confab.Testing;
using Confab.Testing.Memory;
using Confab.Testing.Time;
using Confab.Transport.WebSockets;

namespace Confab.Server.Tests.Transport.WebSockets;

/// <summary>A WebSocket between a pipe and a dialect, with a clock that is turned by hand.</summary>
public sealed class WebSocketLayerTests : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(20);

    private readonly TestServerOptions _options = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TestClock _clock = new();
    private readonly Lazy<MemoryServer> _server;

    public WebSocketLayerTests() => _server = new Lazy<MemoryServer>(() => new MemoryServer(_options, clock: _clock));

    [Fact]
    public void A_ping_is_answered_in_its_turn_with_what_it_held()
    {
        var ann = Enter("ann");

        ann.Send([.. Frames.Of(Frames.Ping, "there?"), .. Frames.Of(Frames.Pong, "unasked"), .. Frames.Of(Frames.Ping, "")]);

        Assert.Equal([(Frames.Pong, "there?"), (Frames.Pong, "")], ann.Take());
    }

    [Fact]
    public void Pings_without_end_are_slowed_down_like_messages()
    {
        _options.Connections.ExemptAddresses = [];
        var ann = Enter("ann");
        var wait = TimeSpan.Zero;
        for (var i = 0; i < 1_000; i++)
        {
            wait = ann.Feed(Frames.Of(Frames.Ping, "there?"));
        }

        Assert.True(wait > TimeSpan.Zero);
    }

    [Fact]
    public void Members_of_one_room_are_sent_each_their_kind_of_frames_and_plain_ones_lines()
    {
        var ann = Enter("ann", Subprotocol.Text);
        var bob = Enter("bob", Subprotocol.Binary);
        var eve = Enter("eve");
        var plain = _server.Value.Connect("text");
        plain.Send("plain\n");
        plain.Messages();
        ann.Take();
        bob.Take();
        eve.Take();

        ann.Send([.. Frames.Of(Frames.Text, "one"), .. Frames.Of(Frames.Text, "two")]);

        Assert.Empty(ann.Take());
        Assert.Equal([(Frames.Binary, "<ann> one"), (Frames.Binary, "<ann> two")], bob.Take());
        Assert.Equal([(Frames.Text, "<ann> one"), (Frames.Text, "<ann> two")], eve.Take());
        Assert.Equal("<ann> one\n<ann> two\n", plain.Text());
    }

    [Theory]
    [InlineData(new byte[] { 0x81, 1, (byte)'x' }, "1002", "no WebSocket frame")]
    [InlineData(new byte[] { 0x81, 0x81, 0, 0, 0, 0, 0xFF }, "1007", "not UTF-8")]
    [InlineData(new byte[] { 0x81, 0xFE, 0x10, 0x01, 0, 0, 0, 0 }, "1009", "more than 4096 bytes")]
    public void What_cannot_be_taken_is_told_and_ends_the_session(byte[] sent, string status, string told)
    {
        var ann = Enter("ann");
        var bob = Enter("bob");
        ann.Take();

        ann.Send([.. Frames.Of(Frames.Text, "last words"), .. sent, .. Frames.Of(Frames.Text, "not heard")]);

        var frames = ann.Take();
        Assert.Contains(frames, frame => frame.Content.Contains(told, StringComparison.Ordinal));
        Assert.Equal((Frames.Close, status), frames[^1]);
        Assert.True(ann.IsClosing);
        Assert.Equal("<ann> last words", bob.Take()[0].Content);
    }

    [Fact]
    public void A_client_that_closes_is_answered_and_the_pipe_ends_in_order()
    {
        var ann = Enter("ann");
        var bob = Enter("bob");
        ann.Take();

        ann.Send([.. Frames.Of(Frames.Text, "bye"), .. Frames.Of(Frames.Close, [0x0B, 0xB8])]);

        Assert.Equal((Frames.Close, "1000"), ann.Take()[^1]);
        Assert.True(ann.Wire.IsClosed);
        Assert.False(ann.Wire.WasReset);
        Assert.Equal(["<ann> bye", "* ann left"], bob.Take().Select(frame => frame.Content).Take(2));
    }

    [Fact]
    public void A_session_that_ends_waits_for_the_clients_last_frame()
    {
        var ann = Enter("ann");

        ann.Send(Frames.Of(Frames.Text, "/quit"));
        Assert.Equal(Frames.Close, ann.Take()[^1].Opcode);
        Assert.False(ann.Wire.IsEnded);

        ann.Send(Frames.Of(Frames.Close, [0x03, 0xE8]));
        Assert.True(ann.Wire.IsClosed);
        Assert.False(ann.Wire.WasReset);
    }

    [Fact]
    public void A_stop_is_told_as_going_away()
    {
        var ann = Enter("ann");
        ann.Take();

        _stopping.Cancel();
        _server.Value.Stop();

        Assert.Equal((Frames.Close, "1001"), ann.Take()[^1]);
    }

    [Fact]
    public void Who_is_silent_is_pinged_and_who_does_not_answer_is_gone()
    {
        var ann = Enter("ann");
        var bob = Enter("bob");
        ann.Take();
        bob.Take();

        _server.Value.Advance(_interval + TimeSpan.FromSeconds(1));
        Assert.Equal([(Frames.Ping, "")], ann.Take());
        Assert.Equal([(Frames.Ping, "")], bob.Take());
        ann.Send(Frames.Of(Frames.Pong, ""));
        _server.Value.Advance(_timeout);

        Assert.True(bob.Wire.WasReset);
        Assert.False(ann.Wire.IsClosed);
        ann.Take();
        _server.Value.Advance(_interval);
        Assert.Equal((Frames.Ping, ""), ann.Take()[^1]);
    }

    [Fact]
    public void Who_speaks_is_not_pinged()
    {
        var ann = Enter("ann");
        ann.Take();
        for (var i = 0; i < 5; i++)
        {
            _server.Value.Advance(_interval / 2);
            ann.Send(Frames.Of(Frames.Text, "here"));
        }

        Assert.Empty(ann.Take());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void A_message_that_is_begun_must_end(int bytes)
    {
        _options.Connections.PartialMessageTimeout = TimeSpan.FromSeconds(10);
        var ann = Enter("ann");
        ann.Take();
        ann.Send(Frames.Of(Frames.Text, "hello")[..bytes]);

        _server.Value.Advance(TimeSpan.FromSeconds(11));

        Assert.Contains(ann.Take(), frame => frame.Content.Contains("not ended within", StringComparison.Ordinal));
        Assert.True(ann.IsClosing);
    }

    [Fact]
    public void Who_reads_late_gets_whole_frames_in_order_with_what_the_server_said_between()
    {
        var ann = Enter("ann");
        var bob = Enter("bob");
        bob.Take();
        bob.Wire.SetRoom(5);
        ann.Send(Frames.Of(Frames.Text, "one"));
        bob.Send(Frames.Of(Frames.Ping, "?"));
        ann.Send(Frames.Of(Frames.Text, "two"));
        bob.Send(Frames.Of(Frames.Text, "/quit"));

        bob.Wire.SetRoom(3);
        bob.Wire.SetRoom(long.MaxValue);

        Assert.Equal(
            [(Frames.Text, "<ann> one"), (Frames.Pong, "?"), (Frames.Text, "<ann> two"), (Frames.Text, "* Goodbye."), (Frames.Close, "1000")],
            bob.Take());
    }

    [Fact]
    public void Who_does_not_read_is_reset_for_a_frame_that_was_begun_cannot_be_ended_with_other_words()
    {
        _options.Connections.BacklogBytes = 1_000;
        var ann = Enter("ann");
        var bob = Enter("bob");
        bob.Take();
        bob.Wire.SetRoom(5);

        for (var i = 0; i < 20; i++)
        {
            ann.Send(Frames.Of(Frames.Text, new string('x', 100)));
        }

        Assert.True(bob.Wire.WasReset);
        Assert.Single(bob.Wire.Take());
    }

    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }

        _stopping.Dispose();
    }

    private MemoryClient Enter(string nickname, string? subprotocol = null)
    {
        var rules = new WebSocketRules(MessageBytes: 4096, _interval, _timeout, _clock, _stopping.Token);
        var client = _server.Value.Connect("text", layer: new WebSocketLayer(rules, subprotocol));
        client.Send(Frames.Of(subprotocol == Subprotocol.Binary ? Frames.Binary : Frames.Text, nickname));
        Assert.Contains(client.Take(), frame => frame.Content.Contains($"You are {nickname}", StringComparison.Ordinal));
        return client;
    }
}
