using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite.Search;

/// <summary>One connection that reads <c>search.db</c>. Every question is answered whole. Not for two threads at once.</summary>
internal sealed class IndexReader(SqliteConnection connection) : IDisposable
{
    // One statement, so that both are of one moment: in between, an entry could be taken out and settled.
    private readonly Statement _view = new(
        connection, "SELECT indexed_to, position FROM state LEFT JOIN withdrawn ORDER BY position DESC");

    private readonly Statement _candidates = new(
        connection, "SELECT rowid FROM grams WHERE grams MATCH $0 AND rowid < $1 ORDER BY rowid DESC LIMIT $2", 3);

    public SearchView View()
    {
        var indexedTo = 0L;
        var withdrawn = new List<long>();
        using var rows = _view.Query();
        while (rows.Read())
        {
            indexedTo = rows.GetInt64(0);
            if (!rows.IsDBNull(1))
            {
                withdrawn.Add(rows.GetInt64(1));
            }
        }

        return new SearchView(indexedTo, withdrawn, Generation: 0);
    }

    /// <summary>Positions of entries that may match, newest first.</summary>
    public List<long> Candidates(string match, long before, int count)
    {
        var positions = new List<long>();
        using var rows = _candidates.Query(match, before, (long)count);
        while (rows.Read())
        {
            positions.Add(rows.GetInt64(0));
        }

        return positions;
    }

    public void Dispose()
    {
        _view.Dispose();
        _candidates.Dispose();
        connection.Dispose();
    }
}
