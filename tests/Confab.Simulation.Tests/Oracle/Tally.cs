namespace Confab.Simulation.Tests.Oracle;

/// <summary>How often a run, or many, met each corner.</summary>
internal sealed class Tally
{
    private readonly long[] _counts = new long[Enum.GetValues<Corner>().Length];

    public IEnumerable<Corner> Missed => Enum.GetValues<Corner>().Where(corner => _counts[(int)corner] == 0);

    public void Count(Corner corner) => _counts[(int)corner]++;

    public void Add(Tally other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    public override string ToString() =>
        string.Join('\n', Enum.GetValues<Corner>().Select(corner => $"{corner}: {_counts[(int)corner]}"));
}
