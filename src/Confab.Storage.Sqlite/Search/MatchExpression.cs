using Confab.Storage.Search;

namespace Confab.Storage.Sqlite.Search;

/// <summary>What FTS5 is asked. It may let through entries that do not match (they are compared with the text) but loses none.</summary>
internal static class MatchExpression
{
    // Enough to single out any word; more lists to intersect would only cost time.
    private const int MaxTokens = 48;

    // Beyond this many rooms the rooms are left to the comparison.
    private const int MaxRooms = 100;

    /// <summary>The expression, or null where neither words nor rooms narrow the search.</summary>
    public static string? Of(SearchWords words, IReadOnlyCollection<long> rooms)
    {
        var terms = words.Folded
            .SelectMany(Grams.OfWord)
            .Distinct()
            .Take(MaxTokens)
            .Select(gram => gram.IsWhole ? Quoted(gram.Token) : Quoted(gram.Token) + "*")
            .ToList();
        if (rooms.Count <= MaxRooms)
        {
            terms.Add($"({string.Join(" OR ", rooms.Select(room => Quoted(Grams.OfRoom(room))))})");
        }

        return terms.Count == 0 ? null : string.Join(" AND ", terms);
    }

    private static string Quoted(string token) => $"\"{token.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
