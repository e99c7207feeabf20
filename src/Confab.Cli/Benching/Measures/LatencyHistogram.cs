using System.Numerics;

namespace Confab.Cli.Benching.Measures;

/// <summary>Counts durations in buckets of 0.8 % width, so that millions of them cost some kilobytes and no allocation.</summary>
internal sealed class LatencyHistogram
{
    private const int BitsWithin = 7;
    private const int Within = 1 << BitsWithin;
    private const int Powers = 44; // 2^44 ns are five hours

    private readonly long[] _counts = new long[Within * Powers];

    public long Count { get; private set; }

    public long MaxNanoseconds { get; private set; }

    public void Add(long nanoseconds)
    {
        nanoseconds = Math.Max(0, nanoseconds);
        _counts[BucketOf(nanoseconds)]++;
        Count++;
        MaxNanoseconds = Math.Max(MaxNanoseconds, nanoseconds);
    }

    public void Add(LatencyHistogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        Count += other.Count;
        MaxNanoseconds = Math.Max(MaxNanoseconds, other.MaxNanoseconds);
    }

    /// <summary>The duration that this share of all durations does not exceed, in nanoseconds, at most 0.8 % too large; 0 where there are none.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public long Percentile(double share)
    {
        var wanted = (long)Math.Ceiling(Count * share);
        var seen = 0L;
        for (var i = 0; i < _counts.Length && wanted > 0; i++)
        {
            seen += _counts[i];
            if (seen >= wanted)
            {
                return Math.Min(UpperEndOf(i), MaxNanoseconds);
            }
        }

        return 0;
    }

    private static int BucketOf(long nanoseconds)
    {
        if (nanoseconds < Within)
        {
            return (int)nanoseconds;
        }

        // The leading bit chooses the row, the bits behind it the place in it.
        var shift = BitOperations.Log2((ulong)nanoseconds) - BitsWithin;
        var bucket = ((shift + 1) << BitsWithin) + (int)(nanoseconds >> shift) - Within;
        return Math.Min(bucket, (Within * Powers) - 1);
    }

    private static long UpperEndOf(int bucket)
    {
        var row = bucket >> BitsWithin;
        return row == 0 ? bucket : (((long)(bucket & (Within - 1)) + Within + 1) << (row - 1)) - 1;
    }
}
