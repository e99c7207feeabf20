using Confab.Simulation.Tests.Clients;
using Confab.Simulation.Tests.Oracle;
using Confab.Storage.Memory;
using Confab.Testing;
using Confab.Testing.Memory;
using Confab.Testing.Time;

namespace Confab.Simulation.Tests.World;

/// <summary>
/// One run: a whole server in memory, a dozen clients over mixed doors, and everything that can go wrong, all of it drawn from one seed. The log
/// outlives the servers, of which there are as many as there are crashes. Whatever anybody sees is held against the ledger at once.
/// </summary>
internal sealed partial class SimulatedWorld
{
    private const int TicksInDelivery = 8;
    private const int AnnouncingClient = 99;

    private readonly List<Token> _tokens = [];
    private readonly SimulatedClient[] _clients;
    private readonly FaultyLog _log;
    private readonly MemoryMessageLog _disk = new(logId: Guid.Empty);
    private OperatorsConsole _console;
    private int _servers;
    private int _announced;
    private int[] _undelivered = [];

    public SimulatedWorld(int seed, Trace? trace = null)
    {
        Trace = trace;
        Random = new Random(seed);
        Weather = new Weather(Random);
        Ledger = new Ledger(Tally);
        _log = new FaultyLog(_disk, Faults, Ledger, Tally);
        _clients =
        [
            new TextClient(this, 0), new TextClient(this, 1), new JsonClient(this, 2, "json"), new JsonClient(this, 3, "json"),
            new JsonClient(this, 4, "text"), new UnframedClient(this, 5, "relay"), new UnframedClient(this, 6, "relay"),
            new UnframedClient(this, 7, "console"), new NulClient(this, 8), new NulClient(this, 9), new AliasClient(this, 10),
            new OperatorClient(this, 11),
        ];
        (Server, _console) = StartServer(new TestClock().GetUtcNow());
    }

    public Random Random { get; }

    public Weather Weather { get; }

    public Faults Faults { get; } = new();

    public Ledger Ledger { get; }

    public Tally Tally { get; } = new();

    public Trace? Trace { get; }

    public MemoryServer Server { get; private set; }

    public LookupQueue Lookups { get; private set; } = new();

    public void Run()
    {
        for (var step = 0; step < Weather.Steps; step++)
        {
            try
            {
                Step();
                Faults.PassOn();
                CheckBounds();
            }
            catch (SimulatedCrash crash)
            {
                Crash(crash.Point);
            }
            catch (InvalidOperationException) when (Faults.Crashed is not null)
            {
                // The server caught the crash and reported it as a defect of its own.
                Crash(Faults.Crashed.Value);
            }
        }

        Faults.Clear();
        EndWell();
    }

    public void Note(string line) => Trace?.Note(line);

    public void Saw(Entry entry)
    {
        if (entry.Lines.Length > 1)
        {
            Tally.Count(Corner.ManyLinesHeard);
        }

        if (entry.Text.Length > 1024)
        {
            Tally.Count(Corner.LongMessageHeard);
        }

        if (entry.Said is null)
        {
            Tally.Count(Corner.AnnouncementHeard);
        }

        if (entry.Kind == Chat.Messages.MessageKind.Topic)
        {
            Tally.Count(Corner.TopicSet);
        }
    }

    /// <summary>Somebody's nickname, as far as that somebody knows.</summary>
    public string? AnyNickname() => _clients[Random.Next(_clients.Length)].Visit?.Nickname;

    /// <summary>Something that was committed.</summary>
    public Token? AnyToken()
    {
        var rooms = Ledger.Rooms.ToArray();
        if (rooms.Length == 0)
        {
            return null;
        }

        var entries = Ledger.Room(rooms[Random.Next(rooms.Length)]);
        var text = entries[Random.Next(entries.Count)].Text;
        return Token.TryRead(text, out var token, out _) ? token : null;
    }

    private void Step()
    {
        var client = _clients[Random.Next(_clients.Length)];
        switch (Random.Next(100))
        {
            case < 55:
                if (client.Visit is not null)
                {
                    client.Act();
                }
                else if (Random.Next(2) == 0)
                {
                    client.Connect();
                }

                break;
            case < 68:
                Tick();
                break;
            case < 74:
                Deliver();
                break;
            case < 76:
                Lookups.RunOne();
                break;
            case < 84:
                client.Listen();
                break;
            case < 90:
                Wait(TimeSpan.FromMilliseconds(Random.Next(15) == 0 ? Random.Next(5_000, 200_000) : Random.Next(1, 400)));
                break;
            case < 93:
                ReadSlowly(client);
                break;
            case < 94:
                Note("writes fail");
                Faults.FailWrites(Random.Next(1, 4));
                break;
            case < 96:
                if (Random.Next(3) == 0)
                {
                    client.HangUp();
                }
                else
                {
                    client.Vanish();
                }

                break;
            case < 97:
                SpeakAsServer(client);
                break;
            case < 98:
                Rest();
                break;
            default:
                Endanger();
                break;
        }
    }

    // True where there was something to decide or to deliver.
    private bool Tick()
    {
        for (var shard = 0; shard < _undelivered.Length; shard++)
        {
            while (_undelivered[shard] >= TicksInDelivery)
            {
                Deliver(shard);
            }
        }

        var ticked = Server.Engine.StepSequencer();
        for (var shard = 0; shard < _undelivered.Length; shard++)
        {
            _undelivered[shard] += ticked ? 1 : 0;
        }

        for (var shard = 0; shard < _undelivered.Length; shard++)
        {
            if (Random.Next(100) < Weather.LagPercent)
            {
                Tally.Count(Corner.DeliveryLagged);
                continue;
            }

            while (Deliver(shard))
            {
                ticked = true;
            }
        }

        return ticked;
    }

    private bool Deliver()
    {
        var any = false;
        for (var shard = 0; shard < _undelivered.Length; shard++)
        {
            any |= Deliver(shard);
        }

        return any;
    }

    private bool Deliver(int shard)
    {
        _undelivered[shard] -= _undelivered[shard] > 0 ? 1 : 0;
        var delivered = Server.Engine.StepDelivery(shard);
        Faults.PassOn();
        return delivered;
    }

    private void RunDry()
    {
        while (Tick() || Deliver() || Lookups.RunOne())
        {
        }
    }

    private void Wait(TimeSpan time)
    {
        Note($"{time.TotalMilliseconds} ms pass");
        var now = Server.Clock.GetUtcNow() + time + TimeSpan.FromSeconds(2);
        foreach (var visit in _clients.Select(client => client.Visit).OfType<Visit>())
        {
            if ((!visit.IsSignedOn && now - visit.Opened >= Limits.SignOn) || now - visit.PartialSince >= Limits.PartialMessage)
            {
                visit.MayEnd = true;
                Tally.Count(Corner.TimedOut);
            }
        }

        Server.Clock.Advance(time);
        Faults.PassOn();
    }

    private void ReadSlowly(SimulatedClient client)
    {
        if (client.Visit is { IsSlow: true, IsStuck: false } visit)
        {
            if (Random.Next(8) == 0)
            {
                client.Hurry();
            }
            else if (!visit.IsCatchingUp)
            {
                visit.Wire.Wire.SetRoom(Random.Next(1, 3000));
            }
        }
    }

    private void SpeakAsServer(SimulatedClient client)
    {
        if (Random.Next(3) == 0 && client.Visit is { Nickname: { } nickname } visit)
        {
            Note($"the operator removes {nickname}");
            visit.MayEnd |= !visit.ShowsTopics;
            _console.Kick(nickname);
            return;
        }

        var token = new Token(AnnouncingClient, ++_announced);
        _console.Announce(Words.Make(Random, token, manyLines: true));
    }

    private void Endanger()
    {
        if (Random.Next(4) >= Weather.Danger)
        {
            return;
        }

        if (Random.Next(6) == 0)
        {
            Restart();
            return;
        }

        var point = (CrashPoint)Random.Next(4);
        if (point == CrashPoint.BetweenTicks)
        {
            throw new SimulatedCrash(point);
        }

        Faults.SetCrash(point, Random.Next(point == CrashPoint.InDelivery ? 20 : 3));
    }
}
