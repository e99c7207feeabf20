using System.Collections.Concurrent;
using System.Globalization;
using Confab.Simulation.Tests.Oracle;
using Confab.Simulation.Tests.World;

namespace Confab.Simulation.Tests;

/// <summary>The promises of docs/architecture.md, kept by a whole server through whatever a seed brings.</summary>
public sealed class SimulationTests
{
    private const int FirstSeed = 20_260_101;
    private const int Seeds = 1_500;

    // One seed, to see a failure again; or a number of seeds, for a long night.
    private const string SeedVariable = "CONFAB_SIMULATION_SEED";
    private const string SeedsVariable = "CONFAB_SIMULATION_SEEDS";

    [Fact]
    public void Every_seed_keeps_the_promises()
    {
        if (Number(SeedVariable) is { } seed)
        {
            if (Failure(seed, new Tally()) is { } failure)
            {
                Assert.Fail(failure);
            }

            return;
        }

        var tally = new Tally();
        var failures = new ConcurrentQueue<string>();
        Parallel.For(FirstSeed, FirstSeed + (Number(SeedsVariable) ?? Seeds), (seed, loop) =>
        {
            var met = new Tally();
            if (Failure(seed, met) is { } failure)
            {
                failures.Enqueue(failure);
                loop.Stop();
            }

            lock (tally)
            {
                tally.Add(met);
            }
        });

        Assert.True(failures.IsEmpty, string.Join("\n\n", failures));
        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
        Assert.Empty(tally.Missed);
    }

    [Fact]
    public void The_same_seed_gives_the_same_run()
    {
        for (var seed = FirstSeed; seed < FirstSeed + 8; seed++)
        {
            Assert.Equal(HashOf(seed), HashOf(seed));
        }
    }

    private static string HashOf(int seed)
    {
        using var trace = new Trace();
        new SimulatedWorld(seed, trace).Run();
        return trace.Hash();
    }

    private static string? Failure(int seed, Tally met)
    {
        try
        {
            var simulation = new SimulatedWorld(seed);
            try
            {
                simulation.Run();
            }
            finally
            {
                met.Add(simulation.Tally);
            }

            return null;
        }
        catch (Exception failure)
        {
            return $"""
                seed {seed}: {failure.Message}
                Again: {SeedVariable}={seed} dotnet test --project tests/Confab.Simulation.Tests
                {(failure is PromiseBroken ? string.Empty : failure.ToString())}
                What led to it:
                {Retrace(seed)}
                """;
        }
    }

    // The same run once more, this time written down.
    private static string Retrace(int seed)
    {
        using var trace = new Trace();
        try
        {
            new SimulatedWorld(seed, trace).Run();
        }
        catch (Exception failure)
        {
            trace.Note(failure.Message);
        }

        return trace.ToString();
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;
}
