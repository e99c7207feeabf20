using System.Text;
using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;

namespace Confab.Simulation.Tests.Clients;

/// <summary>
/// Somebody with a client program: connects again and again, does what comes to mind, reads what comes, and holds every bit of it against
/// the ledger.
/// </summary>
internal abstract partial class SimulatedClient(SimulatedWorld world, int index, string protocol, string? door = null)
{
    private const int MostRoom = 2000;

    private static readonly string[] _names = ["ann", "René", "боб", "Zoë", "kim", "李雷", "O-la"];

    private readonly Outbox _outbox = new(world.Random);
    private Decoder _decoder = Encoding.UTF8.GetDecoder();
    private int _said;
    private int _named;
    private int _visits;

    public int Index => index;

    public Visit? Visit { get; private set; }

    /// <summary>True where something waits for it though it reads all it gets.</summary>
    public bool IsOwedBytes => Visit is { Wire.BacklogBytes: > 0 } visit && (!visit.IsSlow || visit.IsCatchingUp);

    /// <summary>What it was called on the connection before this one.</summary>
    public string? LastNickname { get; private set; }

    public bool HasToSay => Visit is not null && !_outbox.IsEmpty;

    protected SimulatedWorld World => world;

    protected Random Random => world.Random;

    protected Ledger Ledger => world.Ledger;

    /// <summary>True where one read is one message, so that two must not be glued together.</summary>
    protected virtual bool OneReadIsOneMessage => false;

    /// <summary>True where something may wait for the client though it reads, because its messages need pauses between them.</summary>
    protected virtual bool NeedsPauses => false;

    // Where others have used up the budget of all backlogs, what must wait for a pause has no place.
    private bool MayBeCrowdedOut => NeedsPauses && world.Weather.HasTightBudget;

    /// <summary>False where the protocol may hold something back until the client speaks.</summary>
    protected virtual bool CompletesAtRest => true;

    public void Connect()
    {
        _outbox.Clear();
        _decoder = Encoding.UTF8.GetDecoder();
        var wire = world.Server.Connect(door ?? protocol);
        wire.Wire.Sending = () => world.Faults.Pass(CrashPoint.InDelivery);
        Visit = new Visit(index, ++_visits, protocol, wire, world.Server.Clock.GetUtcNow());
        if (Random.Next(100) < world.Weather.SlowPercent)
        {
            Visit.IsSlow = true;
            Visit.WasSlow = true;
            Visit.IsStuck = Random.Next(2) == 0;
            wire.Wire.SetRoom(Random.Next(0, MostRoom));
        }

        world.Note($"{Visit} connects{(Visit.IsStuck ? ", to read nothing" : Visit.IsSlow ? ", to read slowly" : string.Empty)}");
        Greet();
    }

    /// <summary>Does one thing: says what it has ready, or makes something new up.</summary>
    public void Act()
    {
        if (Visit is null or { IsLost: true })
        {
            return;
        }

        if (_outbox.IsEmpty || Random.Next(3) == 0)
        {
            Think();
        }

        if (Random.Next(4) != 0)
        {
            Push(Random.Next(1, 4));
        }
    }

    /// <summary>Sends what is ready, up to so many pieces.</summary>
    public void Push(int pieces)
    {
        while (pieces-- > 0 && Visit is { } visit && _outbox.TryTake(glued: !OneReadIsOneMessage, out var piece))
        {
            var (bytes, endsRead) = piece;
            visit.PartialSince = endsRead ? null : visit.PartialSince ?? world.Server.Clock.GetUtcNow();
            world.Trace?.Note($"{visit} sends {bytes.Length} bytes{(endsRead ? string.Empty : ", and more")}: {Encoding.UTF8.GetString(bytes)}");
            visit.Wire.Feed(bytes, endsRead);
            Sent(endsRead);
        }
    }

    /// <summary>Reads all that has come. True where something had.</summary>
    public bool Listen()
    {
        if (Visit is not { } visit)
        {
            return false;
        }

        var heard = Read(visit, long.MaxValue);
        if (visit is { IsSlow: true, IsCatchingUp: true, IsGivenUp: false, Wire: { IsOpen: true, IsClosing: false, BacklogBytes: 0 } })
        {
            visit.IsSlow = false;
            world.Tally.Count(Corner.SlowReaderCaughtUp);
        }

        if (visit is { WasSlow: true, IsSlow: false })
        {
            // What it held back while it was slow.
            Hear(string.Empty);
        }

        if (!visit.Wire.IsOpen)
        {
            Closed(visit);
        }

        return heard;
    }

    /// <summary>The connection breaks; what was not read by then, or a part of it, is never read.</summary>
    public void Vanish()
    {
        if (Visit is { } visit)
        {
            world.Note($"{visit} is lost");
            world.Tally.Count(Corner.ConnectionLost);
            Read(visit, Random.Next(2) == 0 ? 0 : Random.Next(0, 3000));
            visit.IsLost = true;
            End(visit);
        }
    }

    /// <summary>The client sends no more, and reads on to the end. The text door says what it had begun to say.</summary>
    public void HangUp()
    {
        if (Visit is { IsLost: false } visit)
        {
            world.Note($"{visit} hangs up");
            world.Tally.Count(Corner.HungUp);
            _outbox.Clear();
            visit.MayEnd = true;
            visit.IsLost = true;
            world.Lookups.WithoutWaiting(visit.Wire.HalfClose);
        }
    }

    /// <summary>The server is gone. What it had sent may still arrive, up to any byte.</summary>
    public void ServerDied()
    {
        if (Visit is { } visit)
        {
            Read(visit, Random.Next(3) == 0 ? long.MaxValue : Random.Next(0, 3000));
            visit.IsLost = true;
            Visit = null;
            Ended();
        }
    }

    /// <summary>A reader that was slow reads on without end.</summary>
    public void Hurry()
    {
        if (Visit is { IsSlow: true, IsStuck: false } visit)
        {
            visit.Wire.Wire.SetRoom(long.MaxValue);
            visit.IsCatchingUp = true;
        }
    }

    /// <summary>Leaves in the way of its protocol.</summary>
    public void Leave()
    {
        if (Visit is { } visit)
        {
            visit.MayEnd = true;
            Quit();
        }
    }

    /// <summary>
    /// Everything that was said has been answered and delivered. True where the client then has more to ask; otherwise what it knows is held
    /// against the ledger.
    /// </summary>
    public bool Rest()
    {
        if (Visit is not { } visit)
        {
            return false;
        }

        if (visit.IsSlow)
        {
            IsClosedWhenFull(visit);
            return false;
        }

        if (AskOn())
        {
            return true;
        }

        HasHeardAll(visit);
        Check(visit);
        return false;
    }

    /// <summary>The server has said goodbye: everything that was committed came before that.</summary>
    public void PartInPeace()
    {
        if (Visit is not { } visit)
        {
            return;
        }

        var mayHaveEnded = visit.MayEnd || MayBeCrowdedOut;
        visit.MayEnd = true;
        Listen();
        if (Visit is not null)
        {
            throw new PromiseBroken($"The server has stopped, and {visit} is still connected.");
        }

        if (!visit.IsSlow && !mayHaveEnded)
        {
            HasHeardAll(visit);
        }
    }

    /// <summary>The first words after connecting.</summary>
    protected abstract void Greet();

    /// <summary>Makes up something to do.</summary>
    protected abstract void Think();

    protected abstract void Quit();

    /// <summary>Text that came, cut anywhere.</summary>
    protected abstract void Hear(string text);

    protected virtual void Sent(bool endsRead)
    {
    }

    protected virtual void Ended()
    {
    }

    protected virtual bool AskOn() => false;

    protected virtual void Check(Visit visit)
    {
        if (visit.RefusalsTold != visit.RefusalsOwed)
        {
            throw new PromiseBroken($"The log refused {visit.RefusalsOwed} messages of {visit}, who was told so {visit.RefusalsTold} times.");
        }
    }

    /// <summary>Says it next, perhaps in pieces; the first has at least <paramref name="cutFrom"/> bytes.</summary>
    protected void Enqueue(string message, int cutFrom = 0) => _outbox.Add(message, cutFrom);

    protected Said MakeUp(bool manyLines)
    {
        var token = new Token(index, ++_said);
        var said = new Said(token, Words.Make(Random, token, manyLines), Visit!);
        Ledger.Says(said);
        return said;
    }

    protected (string Nickname, string Text)? MakeUpWhisper(bool manyLines)
    {
        if (world.AnyNickname() is not { } nickname)
        {
            return null;
        }

        var token = new Token(index, ++_said);
        var text = Words.Make(Random, token, manyLines);
        Ledger.Whispers(token, new Whisper(token, text, Visit!));
        return (nickname, text);
    }

    protected string NewNickname() => $"{_names[Random.Next(_names.Length)]}-{index}-{++_named}";

    protected void Told(string chatter)
    {
        for (var at = chatter.IndexOf(Faults.NoSpace, StringComparison.Ordinal); at >= 0; at = chatter.IndexOf(Faults.NoSpace, at + 1, StringComparison.Ordinal))
        {
            Visit!.RefusalsTold++;
            world.Tally.Count(Corner.RefusalTold);
        }
    }

    /// <summary>What must have been shown before the answer to a ping that is asked for now: all that anybody has seen.</summary>
    protected IReadOnlyList<(RoomWatch Watch, long UpTo)> Floor() =>
        [.. Visit!.Rooms.Select(room => (room.Value, Ledger.Heard(room.Key)))];

    protected void Ponged(IReadOnlyList<(RoomWatch Watch, long UpTo)> floor)
    {
        foreach (var (watch, upTo) in floor.Where(one => Visit!.Rooms.ContainsValue(one.Watch)))
        {
            watch.CompleteUpTo(upTo);
            world.Tally.Count(Corner.PongBehindAll);
        }
    }
}
