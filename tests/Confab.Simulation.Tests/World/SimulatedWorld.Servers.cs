using Confab.Simulation.Tests.Clients;
using Confab.Simulation.Tests.Oracle;
using Confab.Testing;
using Confab.Testing.Memory;
using Confab.Testing.Time;

namespace Confab.Simulation.Tests.World;

/// <summary>The coming and going of servers, and what must hold when one is at rest.</summary>
internal sealed partial class SimulatedWorld
{
    private const int MostRounds = 200;
    private static readonly TimeSpan _turnTimeout = TimeSpan.FromSeconds(6);

    private (MemoryServer Server, OperatorsConsole Console) StartServer(DateTimeOffset now)
    {
        _undelivered = new int[Weather.DeliveryShards];
        Lookups = new LookupQueue();
        var server = new MemoryServer(Limits.Options(Weather), _log, new TestClock(now), new CountingIds(++_servers), Lookups) { IsStepwise = true };
        return (server, new OperatorsConsole(this, server.Engine));
    }

    private void Crash(CrashPoint point)
    {
        Note($"crash: {point}");
        Tally.Count(point switch
        {
            CrashPoint.BeforeCommit => Corner.CrashBeforeCommit,
            CrashPoint.AfterCommit => Corner.CrashAfterCommit,
            CrashPoint.InDelivery => Corner.CrashInDelivery,
            _ => Corner.CrashBetweenTicks,
        });
        Faults.Clear();
        foreach (var client in _clients)
        {
            client.ServerDied();
        }

        Server.Dispose();
        (Server, _console) = StartServer(Server.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
    }

    private void Restart()
    {
        Note("orderly restart");
        Tally.Count(Corner.OrderlyRestart);
        Lookups.WithoutWaiting(Server.Engine.Stop);
        Wait(TimeSpan.FromSeconds(10));
        foreach (var client in _clients)
        {
            client.PartInPeace();
        }

        Server.Dispose();
        (Server, _console) = StartServer(Server.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
    }

    private void CheckBounds()
    {
        var visits = _clients.Select(client => client.Visit).OfType<Visit>().ToArray();
        var waiting = 0L;
        foreach (var visit in visits)
        {
            var bytes = visit.Wire.BacklogBytes;
            waiting += bytes;
            if (bytes > Weather.BacklogBytes)
            {
                throw new PromiseBroken($"{bytes} bytes wait for {visit}; the bound is {Weather.BacklogBytes}.");
            }
        }

        if (waiting > Weather.BudgetBytes)
        {
            throw new PromiseBroken($"{waiting} bytes wait for all; the bound is {Weather.BudgetBytes}.");
        }

        if (Server.Host.Budget.Used != waiting)
        {
            throw new PromiseBroken($"The budget counts {Server.Host.Budget.Used} bytes, and {waiting} wait.");
        }

        CheckDefects();
    }

    /// <summary>The server has reported nothing that it must not do.</summary>
    public void CheckDefects()
    {
        if (Faults.Crashed is null && Server.Events.Defects.TryPeek(out var defect))
        {
            throw new PromiseBroken($"The server reported a defect: {defect}");
        }
    }

    /// <summary>Lets everything that was said come to its end, and then checks what everybody knows.</summary>
    private void Rest()
    {
        Note("rest");
        for (var round = 0; Round(); round++)
        {
            if (round == MostRounds)
            {
                throw new PromiseBroken($"After {MostRounds} rounds there is still something to do.");
            }
        }

        _console.Rest();
    }

    private bool Round()
    {
        foreach (var client in _clients)
        {
            client.Push(int.MaxValue);
        }

        RunDry();
        Settle();
        var more = false;
        foreach (var client in _clients)
        {
            more |= client.Listen();
        }

        if (!more && !Array.Exists(_clients, client => client.HasToSay))
        {
            foreach (var client in _clients)
            {
                more |= client.Rest();
            }
        }

        return more || Array.Exists(_clients, client => client.HasToSay);
    }

    // Lets the pauses between paced messages and the turns of lock-step clients pass.
    private void Settle()
    {
        for (var round = 0; round == 0 || Array.Exists(_clients, client => client.IsOwedBytes); round++)
        {
            Wait(round == 0 ? _turnTimeout : TimeSpan.FromSeconds(1));
            RunDry();
            if (round == MostRounds)
            {
                throw new PromiseBroken("A client that reads all it is given is still owed bytes after a minute.");
            }
        }
    }

    private void EndWell()
    {
        foreach (var client in _clients)
        {
            client.Hurry();
        }

        Rest();
        foreach (var client in _clients.OfType<JsonClient>().Where(client => client.Visit is { IsSlow: true }))
        {
            client.Vanish();
        }

        for (var round = 0; Gather(); round++)
        {
            if (round == MostRounds)
            {
                throw new PromiseBroken("A json client cannot get back to where it was.");
            }
        }

        Rest();
        Ledger.Compare(_disk);
        foreach (var client in _clients)
        {
            client.Leave();
        }

        Rest();
        foreach (var client in _clients)
        {
            client.Vanish();
        }

        _console.CountMembers();
        RunDry();
        Wait(TimeSpan.FromSeconds(10));
        CheckBounds();
        if (Server.Host.Count != 0 || _console.Members != 0 || Server.Host.Budget.Used != 0)
        {
            throw new PromiseBroken(
                $"All have left, and there are {Server.Host.Count} sessions, {_console.Members} members and {Server.Host.Budget.Used} bytes.");
        }

        CheckNicknamesAreFree();
        _console.Leave();
        Server.Engine.Stop();
        Server.Dispose();
    }

    // Nobody who has left holds on to a nickname.
    private void CheckNicknamesAreFree()
    {
        foreach (var nickname in _clients.Select(client => client.LastNickname).OfType<string>().Distinct())
        {
            var guest = Server.Connect("json");
            guest.Feed(System.Text.Encoding.UTF8.GetBytes($"{{\"type\":\"hello\",\"nick\":\"{nickname}\"}}\n"));
            RunDry();
            var reply = guest.Text();
            if (!reply.StartsWith("{\"type\":\"welcome\"", StringComparison.Ordinal))
            {
                throw new PromiseBroken($"All have left, and nobody can be called {nickname}: {reply}");
            }

            guest.Vanish();
            RunDry();
        }
    }

    // Every json client connects, sits down where it meant to, and says again what was not acknowledged.
    private bool Gather()
    {
        var more = false;
        foreach (var client in _clients.OfType<JsonClient>())
        {
            if (client.Visit is null)
            {
                client.Connect();
                client.Visit!.Wire.Wire.SetRoom(long.MaxValue);
                client.Visit.IsSlow = false;
                client.Visit.IsStuck = false;
                more = true;
            }
        }

        Rest();
        foreach (var client in _clients.OfType<JsonClient>().Where(client => client.Visit is not null))
        {
            more |= client.CatchUp();
        }

        Rest();
        return more;
    }
}
