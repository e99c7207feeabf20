using Confab.Chat;
using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Engine.Lookups;
using Confab.Engine.Sessions;
using Confab.Storage;

namespace Confab.Engine.Ticks;

/// <summary>
/// The order: one loop, the only one that changes chat state. Each turn takes the requests that wait, lets the rules decide them, commits the
/// tick's entries in one transaction and only then passes the tick on. Decisions of the next tick come after the commit of this one, so
/// a failed commit leaves nothing to take back; delivery of this tick runs beside them.
/// </summary>
internal sealed class Sequencer
{
    private readonly RequestQueue _waiting = new();
    private readonly List<Pending> _pending = [];
    private readonly List<EntryDraft> _drafts = [];
    private readonly List<Asked> _asked = [];
    private readonly ChatState _chat;
    private readonly IMessageLog _log;
    private readonly IIdSource _ids;
    private readonly TimeProvider _clock;
    private readonly LookupDesk _lookups;
    private readonly IEngineEvents _events;
    private AppendResult[] _results = [];
    private DateTimeOffset _lastTick;
    private long _ticks;

    public Sequencer(
        ChatState chat, IMessageLog log, IIdSource ids, TimeProvider clock, EngineOptions options, TaskScheduler lookupScheduler, IEngineEvents events)
    {
        _chat = chat;
        _log = log;
        _ids = ids;
        _clock = clock;
        _lastTick = log.LastTime ?? default;
        _events = events;
        Options = options;
        Pace = new TickPace(options, _waiting, clock);
        _lookups = new LookupDesk(log, options, clock, lookupScheduler, events, Submit);
    }

    public EngineOptions Options { get; }

    /// <summary>How many ticks there were. May be asked from any thread.</summary>
    public long Ticks => Interlocked.Read(ref _ticks);

    /// <summary>When ticks begin.</summary>
    public TickPace Pace { get; }

    /// <summary>Takes a request from any thread. After <see cref="Complete"/> nothing is taken any more.</summary>
    public void Submit(Envelope envelope)
    {
        if (!_waiting.TryAdd(envelope))
        {
            // The server has stopped and will not answer; whoever waits for all answers must not wait for this one.
            envelope.Session.Answered();
        }
    }

    /// <summary>Takes no more requests; <see cref="TryTick"/> ends once those that wait are done.</summary>
    public void Complete() => _waiting.Complete();

    /// <summary>Waits for the next tick's time and runs it; null when no request will come any more.</summary>
    public Tick? Next()
    {
        // In this order, so that a busy sequencer sleeps once a tick: by the time that delivery is done, requests wait.
        Pace.AwaitDelivery();
        if (!_waiting.WaitForAny())
        {
            return null;
        }

        Pace.AwaitRest();
        return Run();
    }

    /// <summary>True when no request waits and none will ever come.</summary>
    public bool IsDone => _waiting.IsDone;

    /// <summary>Where the loop that runs the sequencer is told that a request waits.</summary>
    public void WakeBy(Action wake) => _waiting.WakeBy(wake);

    /// <summary>For a loop that does other things meanwhile: runs the next tick where its time has come.</summary>
    /// <param name="again">When to ask again: zero for at once, null for when a request comes.</param>
    public Tick? TryTurn(out TimeSpan? again)
    {
        again = null;
        if (_waiting.Count == 0)
        {
            return null;
        }

        if (!Pace.IsTime(out var left))
        {
            again = left;
            return null;
        }

        again = TimeSpan.Zero;
        return Run();
    }

    /// <summary>Runs one tick at once; null where no request waits.</summary>
    public Tick? TryNext() => _waiting.Count == 0 ? null : Run();

    private Tick Run()
    {
        Interlocked.Increment(ref _ticks);
        // The history is read by time too, so the time of entries never falls, whatever the clock does.
        var now = Truncate(_clock.GetUtcNow());
        now = now > _lastTick ? now : _lastTick;
        _lastTick = now;

        // What comes in while these are decided may still join them.
        for (var left = Options.RequestsPerTick; left > 0;)
        {
            var taken = _waiting.Take(left);
            if (taken.IsEmpty)
            {
                break;
            }

            left -= taken.Length;
            foreach (ref readonly var envelope in taken)
            {
                Take(envelope, now);
            }
        }

        var failure = Commit();
        var tick = new Tick(Conclude(failure), IsLast: false);
        LookUp(committed: failure is null);
        return tick;
    }

    private void Take(Envelope envelope, DateTimeOffset now)
    {
        var session = envelope.Session;
        if (HasToWait(envelope))
        {
            session.Held ??= new Queue<Envelope>();
            session.Held.Enqueue(envelope);
            return;
        }

        Decide(envelope, now);
        while (session is { Held.Count: > 0 } && (session.HasEnded || session.Lookups == 0))
        {
            Decide(session.Held.Dequeue(), now);
        }
    }

    // The end of a lost connection waits for nothing.
    private static bool HasToWait(in Envelope envelope) =>
        envelope.Session is { HasEnded: false, Lookups: > 0 } session
        && envelope.Request is not (LookupFinished or SignOff { ByWish: false })
        && (session.Held is { Count: > 0 } || envelope.Request.WaitsForLookups);

    private void Decide(Envelope envelope, DateTimeOffset now)
    {
        var session = envelope.Session;
        var decision = new Decision(now, _ids);
        if (session.HasEnded)
        {
            // What a session asked after its end has no asker any more, but is still counted as answered.
            _pending.Add(new Pending(envelope, decision));
            return;
        }

        if (envelope.Request is LookupFinished finished)
        {
            session.Lookups--;
            envelope = envelope with { Request = finished.Asked };
            Ask(session, finished, ref decision);
        }
        else
        {
            Ask(session, envelope.Request, ref decision);
        }

        session.HasEnded = decision.Reply is { EndsSession: true };
        if (decision.Lookup is { } lookup)
        {
            if (session.Lookups >= Options.LookupsPerSession)
            {
                decision.Refuse(
                    RefusalCode.TooManyRequests,
                    $"{session.Lookups} of your look-ups are still running, which is the most at once. Wait for their answers.");
            }
            else
            {
                session.Lookups++;
                _asked.Add(new Asked(envelope, lookup, EntriesSoFar(lookup)));
                return;
            }
        }

        Drafts.Of(decision, _ids, Options.RemembersEvents, _drafts);

        _pending.Add(new Pending(envelope, decision));
    }

    // A defect in one rule refuses the request that met it; the rest of the tick, and everybody else, goes on.
    private void Ask(EngineSession session, Request request, ref Decision decision)
    {
        try
        {
            _chat.Decide(session.Id, session.Origin, request, decision);
        }
        catch (Exception defect)
        {
            _events.RequestBroken(session.Origin, request.GetType().Name, defect);
            decision = new Decision(decision.Now, _ids);
            decision.Refuse(RefusalCode.Denied, "That could not be done, because of a defect in the server. Nothing was posted.");
        }
    }

    // What this tick has decided before the question is part of the answer.
    private int EntriesSoFar(Lookup lookup) =>
        lookup is PageLookup page ? _drafts.Count(draft => draft.RoomKey == page.Room.Key && draft.Kind.TakesNumber()) : 0;

    // After the commit, so that the log has it.
    private void LookUp(bool committed)
    {
        foreach (var (envelope, lookup, entries) in _asked)
        {
            _lookups.Start(envelope, committed && lookup is PageLookup page ? page with { MaxNumber = page.MaxNumber + entries } : lookup);
        }

        _asked.Clear();
    }

    private Refused? Commit()
    {
        var changes = _chat.TakeChanges();
        if (_drafts.Count == 0 && changes.Count == 0)
        {
            return null;
        }

        if (_results.Length < _drafts.Count)
        {
            _results = new AppendResult[Math.Max(_drafts.Count, _results.Length * 2)];
        }

        try
        {
            var records = changes.Count == 0 ? [] : changes.Select(change => new StoredRecord(change.Kind, change.Key, change.Value)).ToArray();
            _log.Append(new LogBatch(_drafts, records), _results);
            return null;
        }
        catch (LogUnavailableException unavailable)
        {
            _chat.GiveBack(changes);
            _events.LogRefused(_drafts.Count, unavailable);
            return new Refused(RefusalCode.LogUnavailable, unavailable.Message);
        }
    }

    private Outcome[] Conclude(Refused? failure)
    {
        var outcomes = new Outcome[_pending.Count];
        var result = 0;
        for (var i = 0; i < outcomes.Length; i++)
        {
            var (envelope, decision) = _pending[i];
            var (events, reply) = (decision.Events, decision.Reply);
            if (result > 0 && (reply is RoomEntered or SignedOnAs { Room: not null } or TopicShown || AnyBegins(events)))
            {
                (events, reply) = Stamp(events, reply);
            }

            if (failure is null)
            {
                (events, reply) = Settle(decision, events, reply, ref result);
            }
            else if (decision.Entries.Count > 0)
            {
                (events, reply) = ([], failure);
            }

            outcomes[i] = new Outcome(envelope.Session, envelope.Request, envelope.Tag, reply, events);
        }

        _pending.Clear();
        _drafts.Clear();
        return outcomes;
    }

    // Gives the decision's entries what the log made of them; a resend happens to nobody but its author.
    private (IReadOnlyList<ChatEvent> Events, Reply? Reply) Settle(
        Decision decision, IReadOnlyList<ChatEvent> events, Reply? reply, ref int result)
    {
        List<ChatEvent>? without = null;
        for (var i = 0; i < decision.Events.Count; i++)
        {
            var happened = decision.Events[i];
            if (!Drafts.IsDrafted(happened, Options.RemembersEvents, out var drafts))
            {
                continue;
            }

            var appended = _results[result];
            result += drafts;
            if (happened is not RoomEntry entry)
            {
                continue;
            }

            if (appended.IsDuplicate)
            {
                entry.CommitAsResend(appended.Number, appended.Id, appended.Time);
                without ??= [.. events];
                without.Remove(entry);
            }
            else
            {
                entry.Commit(appended.Number);
                _chat.Apply(entry);
            }

            reply ??= new Posted(entry.Room, appended.Number, appended.Id, appended.Time, appended.IsDuplicate);
        }

        return (without ?? events, reply);
    }

    // Entries that this tick committed before the join count as before it, too, topics among them: they were not numbered yet when it was decided.
    private (IReadOnlyList<ChatEvent> Events, Reply? Reply) Stamp(IReadOnlyList<ChatEvent> events, Reply? reply)
    {
        RoomEntered Entered(RoomEntered entered) => _chat.FindRoom(entered.Room) is { } room
            ? entered with { LastNumber = room.LastNumber, Topic = room.Topic }
            : entered;

        long Last(RoomName room, long known) => _chat.FindRoom(room)?.LastNumber ?? known;

        var stamped = events.Select(happened => happened switch
        {
            MemberJoined joined => joined with { After = Last(joined.Room, joined.After) },
            SessionAttached attached => attached with { Rooms = attached.Rooms.Select(room => (room.Room, Last(room.Room, room.After))).ToArray() },
            _ => happened,
        });
        return (stamped.ToArray(), reply switch
        {
            RoomEntered entered => Entered(entered),
            SignedOnAs { Room: { } entered } on => on with { Room = Entered(entered) },
            TopicShown shown => shown with { Topic = _chat.FindRoom(shown.Room)?.Topic },
            _ => reply,
        });
    }

    // From here on somebody hears a room: what they are told of it before must reach up to this moment.
    private static bool AnyBegins(IReadOnlyList<ChatEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i] is MemberJoined or SessionAttached)
            {
                return true;
            }
        }

        return false;
    }

    // The log keeps milliseconds: what is shown live must be the same as what is read back.
    private static DateTimeOffset Truncate(DateTimeOffset time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    private readonly record struct Pending(Envelope Envelope, Decision Decision);

    private readonly record struct Asked(Envelope Envelope, Lookup Lookup, int EntriesSoFar);
}
