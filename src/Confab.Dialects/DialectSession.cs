using Confab.Chat.Events;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Engine.Delivery;
using Confab.Engine.Sessions;

namespace Confab.Dialects;

/// <summary>
/// The conversation of one session. It has two halves that share no state. The reading half turns bytes into requests and is
/// called by the connection, never twice at once. The showing half (<see cref="ISessionView"/>) turns answers and events into
/// bytes and is called by the delivery loop. Whatever the reading half wants to have shown, it hands in as a request, so that it comes in its turn.
/// </summary>
public abstract class DialectSession : ISessionView
{
    private EngineSession? _engine;

    /// <summary>The form in which the session hears its rooms. Owned by the showing half.</summary>
    public abstract WireForm Form { get; }

    /// <summary>True while the peer owes its first word (a nickname); a transport ends such sessions after a while.</summary>
    public virtual bool AwaitsSignOn => false;

    /// <summary>True while a message has begun and not ended; a transport ends sessions that leave it so for long.</summary>
    public virtual bool HoldsPartial => false;

    /// <summary>
    /// True while the first bytes are held back, because they could still become the request of a browser; a transport calls
    /// <see cref="FirstBytesWaited"/> when nothing more comes for a while.
    /// </summary>
    public virtual bool HoldsFirstBytes => false;

    /// <summary>The session's way into the engine.</summary>
    protected EngineSession Engine => _engine ?? throw new InvalidOperationException("The session has not started.");

    /// <summary>Begins: hands in what the dialect asks for by itself, such as a nickname and a place in its room.</summary>
    public void Start(EngineSession engine)
    {
        _engine = engine;
        Started();
    }

    /// <summary>
    /// Lets the dialect stand between delivery and the connection, where what goes out must wait for its moment. Called once, before the
    /// session starts.
    /// </summary>
    public virtual ISessionOutput Wrap(ISessionOutput connection) => connection;

    /// <summary>Takes what one read returned.</summary>
    /// <param name="read">The bytes, valid during the call.</param>
    /// <param name="endOfRead">False when more bytes wait at the socket already, so that a message may go on in the next read.</param>
    public abstract Received Receive(ReadOnlySpan<byte> read, bool endOfRead);

    /// <summary>What was held back by <see cref="HoldsFirstBytes"/> has waited long enough: somebody said just that.</summary>
    public virtual void FirstBytesWaited()
    {
    }

    /// <summary>Called about once a second while the session lives, by no reader and no delivery: for what silence brings about.</summary>
    public virtual void WatchSilence()
    {
    }

    /// <summary>The peer has ended its direction in order: what it began and left without an end was meant to be said.</summary>
    public virtual void InputEnding()
    {
    }

    /// <summary>The peer sends no more, or is gone: ends the session.</summary>
    public virtual void InputEnded(string? reason) => Engine.Submit(new SignOff(reason));

    /// <summary>The peer was given up for the reason in <paramref name="refusal"/>: tells it, where the dialect can, and ends the session.</summary>
    public virtual void GiveUp(Refused refusal)
    {
        Engine.Submit(new RejectInput(refusal));
        Engine.Submit(new SignOff(refusal.Text));
    }

    /// <summary>
    /// What the peer is told, in bytes, when it reads too slowly and its backlog was given up; empty where the dialect cannot say so.
    /// Called from any thread.
    /// </summary>
    public virtual ReadOnlyMemory<byte> SlowReaderNotice => default;

    public abstract void Show(in Answer answer, SessionWriter writer);

    public abstract void Show(ChatEvent happened, SessionWriter writer);

    protected abstract void Started();
}
