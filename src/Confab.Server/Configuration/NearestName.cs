namespace Confab.Server.Configuration;

/// <summary>Finds the name that somebody probably meant.</summary>
internal static class NearestName
{
    /// <summary>The candidate that fewest changes lead to; null where even that is far away.</summary>
    public static string? Of(string written, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var changes = Math.Min(Distance(written, candidate), DistanceToLastPart(written, candidate));
            if (changes < fewest)
            {
                (nearest, fewest) = (candidate, changes);
            }
        }

        return fewest <= Math.Max(2, written.Length / 4) ? nearest : null;
    }

    // Whoever forgets the group is as near as whoever mistypes one character.
    private static int DistanceToLastPart(string written, string candidate)
    {
        var dot = candidate.LastIndexOf('.');
        return dot < 0 ? int.MaxValue : Distance(written, candidate[(dot + 1)..]) + 1;
    }

    private static int Distance(string one, string other)
    {
        var previous = new int[other.Length + 1];
        var current = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }

            (previous, current) = (current, previous);
        }

        return previous[other.Length];
    }
}
