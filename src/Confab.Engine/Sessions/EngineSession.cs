using Confab.Chat.Names;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;
using Confab.Engine.Delivery;
using Confab.Engine.Ticks;

namespace Confab.Engine.Sessions;

/// <summary>
/// One open session: where a dialect hands in what it is asked, in order. What delivery keeps of the session lives here too and is
/// touched by the delivery loop alone.
/// </summary>
public sealed class EngineSession
{
    private readonly Sequencer _sequencer;
    private Waiter? _waiter;
    private int _inFlight;
    private long _submitted;

    internal EngineSession(SessionId id, SessionOrigin origin, Sequencer sequencer, DeliveryShard shard, ISessionOutput output, ISessionView view)
    {
        Shard = shard;
        Id = id;
        Origin = origin;
        _sequencer = sequencer;
        Output = output;
        View = view;
        Form = view.Form;
        Framing = output.Framing;
    }

    public SessionId Id { get; }

    public SessionOrigin Origin { get; }

    /// <summary>How many requests wait for their answers.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>How many requests were ever handed in.</summary>
    public long Submitted => Interlocked.Read(ref _submitted);

    /// <summary>Which delivery serves it.</summary>
    internal DeliveryShard Shard { get; }

    internal ISessionOutput Output { get; }

    internal ISessionView View { get; }

    // Owned by the delivery loop.
    internal WireForm Form { get; set; }

    internal Framing? Framing { get; set; }

    // Frames tell messages apart better than gaps do.
    internal bool IsPaced => Form.IsPaced && Framing is null;

    // An array, because most sit in a few rooms and seldom change them.
    internal RoomName[] Rooms { get; set; } = [];

    // Where it sits in one room alone: those who hear that room like it. Null otherwise.
    internal RoomAudience? Home { get; set; }

    // How many of the messages that this pass has for its home it has been given, or spared.
    internal int HeardUntil { get; set; }

    // The next session of the same user; null for the last, which it nearly always is.
    internal EngineSession? NextOfUser { get; set; }

    internal PendingSegments Pending;

    internal bool IsClosed { get; set; }

    internal bool IsSignedOn { get; set; }

    // Of which user it is a session, from its sign-on.
    internal UserId User { get; set; }

    internal long SeenStamp { get; set; }

    // Owned by the sequencer's loop.
    internal int Lookups { get; set; }

    // What waits for the look-ups to be shown; null where nothing ever did.
    internal Queue<Envelope>? Held { get; set; }

    internal bool HasEnded { get; set; }

    /// <summary>Hands in a request. Requests of one session are decided in the order of their handing in; call from one thread at a time.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="tag">Comes back with the answer.</param>
    public void Submit(Request request, object? tag = null)
    {
        Interlocked.Increment(ref _submitted);
        Interlocked.Increment(ref _inFlight);
        _sequencer.Submit(new Envelope(this, request, tag));
    }

    /// <summary>
    /// Completes when the session has fewer requests in flight than its bound; at once where it has. A transport waits for it before it
    /// reads on, so that a session that asks faster than it is served fills its own connection and nothing else.
    /// </summary>
    public Task WhenCapacityAsync() => WhenBelowAsync(_sequencer.Options.RequestsInFlight);

    /// <summary>Completes when every request has its answer.</summary>
    public Task WhenAllAnsweredAsync() => WhenBelowAsync(1);

    internal void Answered()
    {
        Interlocked.Decrement(ref _inFlight);
        WakeWaiter();
    }

    // One reader waits at a time: the connection's.
    private Task WhenBelowAsync(int bound)
    {
        if (InFlight < bound)
        {
            return Task.CompletedTask;
        }

        var waiter = new Waiter(bound);
        Volatile.Write(ref _waiter, waiter);

        // An answer may have come between the look and the registration.
        WakeWaiter();
        return waiter.Done;
    }

    private void WakeWaiter()
    {
        if (Volatile.Read(ref _waiter) is { } waiter && InFlight < waiter.Bound && Interlocked.CompareExchange(ref _waiter, null, waiter) == waiter)
        {
            waiter.Finish();
        }
    }
}
