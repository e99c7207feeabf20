namespace Confab.Chat.Names;

/// <summary>
/// Compares the keys of names as the first IRC servers did, whose authors wrote in Scandinavian letters: <c>[ ] \ ~</c> are the capitals of
/// <c>{ } | ^</c> (RFC 1459 section 2.2). For networks whose people are used to it; everything else is in the keys already.
/// </summary>
public sealed class Rfc1459Comparer : IEqualityComparer<string>
{
    private Rfc1459Comparer()
    {
    }

    public static Rfc1459Comparer Instance { get; } = new();

    public bool Equals(string? x, string? y)
    {
        if (x is null || y is null || x.Length != y.Length)
        {
            return x is null && y is null;
        }

        for (var i = 0; i < x.Length; i++)
        {
            if (Small(x[i]) != Small(y[i]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(string obj)
    {
        var hash = default(HashCode);
        foreach (var c in obj)
        {
            hash.Add(Small(c));
        }

        return hash.ToHashCode();
    }

    private static char Small(char c) => c switch
    {
        '[' => '{',
        ']' => '}',
        '\\' => '|',
        '~' => '^',
        _ => c,
    };
}
