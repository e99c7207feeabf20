using Confab.Cli.Benching.Measures;

namespace Confab.Cli.Tests.Benching;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Percentiles_are_those_of_the_sorted_list_within_one_percent()
    {
        var random = new Random(7);
        var values = Enumerable.Range(0, 10_000).Select(_ => (long)Math.Pow(10, 2 + (random.NextDouble() * 8))).Order().ToList();
        var histogram = new LatencyHistogram();
        values.ForEach(histogram.Add);

        foreach (var share in new[] { 0.01, 0.5, 0.9, 0.99, 1 })
        {
            var exact = values[(int)Math.Ceiling(values.Count * share) - 1];
            Assert.InRange(histogram.Percentile(share), exact, exact * 1.01);
        }

        Assert.Equal(values[^1], histogram.MaxNanoseconds);
        Assert.Equal(10_000, histogram.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(long.MaxValue)]
    public void Any_duration_has_a_place(long nanoseconds)
    {
        var histogram = new LatencyHistogram();
        histogram.Add(nanoseconds);

        Assert.Equal(nanoseconds == long.MaxValue ? histogram.Percentile(1) : nanoseconds, histogram.Percentile(1));
        Assert.Equal(nanoseconds, histogram.MaxNanoseconds);
    }

    [Fact]
    public void Without_durations_there_is_nothing_to_say() => Assert.Equal(0, new LatencyHistogram().Percentile(0.5));

    [Fact]
    public void Two_can_be_joined()
    {
        var (one, other) = (new LatencyHistogram(), new LatencyHistogram());
        one.Add(10);
        other.Add(20);
        one.Add(other);

        Assert.Equal((2, 20, 10), (one.Count, one.MaxNanoseconds, one.Percentile(0.5)));
    }
}
