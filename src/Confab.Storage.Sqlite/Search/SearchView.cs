namespace Confab.Storage.Sqlite.Search;

/// <summary>How far the index has come, and so what a search must look through itself.</summary>
/// <param name="IndexedTo">Entries of larger positions are not in the index.</param>
/// <param name="Withdrawn">
/// Positions up to there that are not in the index either: being removed by retention, and perhaps not gone from the log yet. Falling.
/// </param>
/// <param name="Generation">Which of the indexes since the start it is of; a rebuilt index is another one.</param>
internal sealed record SearchView(long IndexedTo, IReadOnlyList<long> Withdrawn, int Generation)
{
    public static SearchView Nothing { get; } = new(0, [], 0);
}
