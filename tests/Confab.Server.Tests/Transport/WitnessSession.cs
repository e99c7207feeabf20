using System.Text;
using System.Threading.Channels;
using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Sessions;
using Confab.Dialects;
using Confab.Engine.Delivery;
using Confab.Engine.Ticks;
using Confab.Server.Tests.Engine;

namespace Confab.Server.Tests.Transport;

internal sealed class WitnessSession(ChannelWriter<WitnessSession> begun) : DialectSession
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ISessionOutput? _output;

    public override WireForm Form => SeatForm.Instance;

    public SessionOrigin Origin => Engine.Origin;

    /// <summary>Completes when the peer's direction has ended.</summary>
    public Task Ended => _ended.Task.WaitAsync(_patience);

    public override ISessionOutput Wrap(ISessionOutput connection) => _output = connection;

    public override Received Receive(ReadOnlySpan<byte> read, bool endOfRead)
    {
        _heard.Writer.TryWrite(Encoding.Latin1.GetString(read));
        return Received.Continue;
    }

    public override void InputEnded(string? reason)
    {
        _ended.TrySetResult();
        base.InputEnded(reason);
    }

    /// <summary>The next read, as Latin-1.</summary>
    public async Task<string> HearAsync() => await _heard.Reader.ReadAsync().AsTask().WaitAsync(_patience);

    public async Task HearsAsync(string text)
    {
        var all = "";
        while (all != text)
        {
            all += await HearAsync();
            Assert.StartsWith(all, text, StringComparison.Ordinal);
        }
    }

    public void Say(string text) => Say(Encoding.UTF8.GetBytes(text));

    public void Say(byte[] bytes)
    {
        var buffer = new TickBuffer();
        buffer.Write(bytes).EndMessage();
        _output!.Deliver([new Segment(buffer, 0, 1)], paced: false);
    }

    public void Close() => _output!.Close(CloseStyle.Normal);

    public override void Show(in Answer answer, SessionWriter writer)
    {
        if (answer.Reply is Goodbye)
        {
            writer.Close(CloseStyle.Normal);
        }
    }

    public override void Show(ChatEvent happened, SessionWriter writer)
    {
        if (happened is ServerStopping)
        {
            writer.Close(CloseStyle.Normal);
        }
    }

    protected override void Started() => begun.TryWrite(this);
}
