namespace Confab.Storage.Search;

/// <summary>The words of a search, folded, each once. A text matches when every word occurs somewhere in it.</summary>
public sealed class SearchWords
{
    private readonly string[] _folded;

    private SearchWords(string[] folded) => _folded = folded;

    /// <summary>The words in their folded form (<see cref="SearchFold"/>).</summary>
    public IReadOnlyList<string> Folded => _folded;

    /// <summary>True where nothing but white space was typed: such a search finds nothing.</summary>
    public bool IsEmpty => _folded.Length == 0;

    /// <summary>Takes apart what a person typed: words apart by white space, every other character stands for itself.</summary>
    public static SearchWords Parse(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new SearchWords([.. words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(SearchFold.Fold)
            .Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether every word occurs in the text.</summary>
    public bool AreIn(string text)
    {
        var folded = SearchFold.Fold(text);
        return Array.TrueForAll(_folded, word => folded.Contains(word, StringComparison.Ordinal));
    }
}
