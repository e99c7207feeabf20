using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>The table <c>journal</c>: a row for each transaction that is not in the tables yet, oldest first.</summary>
internal sealed class JournalTable : IDisposable
{
    private readonly DirectStatement _insert;
    private readonly DirectStatement _oldest;
    private readonly DirectStatement _delete;
    private long _lastNumber;

    public JournalTable(SqliteConnection connection)
    {
        _insert = new DirectStatement(connection, "INSERT INTO journal (number, batch) VALUES ($0, $1)");
        _oldest = new DirectStatement(connection, "SELECT number, batch FROM journal ORDER BY number");
        _delete = new DirectStatement(connection, "DELETE FROM journal WHERE number <= $0");
        _lastNumber = connection.Number("SELECT max(number) FROM journal");
    }

    /// <summary>Adds a row: the commit of what it holds.</summary>
    public void Add(ReadOnlySpan<byte> batch)
    {
        _insert.With(_lastNumber + 1).WithBytes(batch).Run();
        _lastNumber++;
    }

    /// <summary>Hands out the oldest rows in their order, until <paramref name="take"/> has enough; then removes them. Inside a transaction.</summary>
    /// <param name="take">Gets a row; false when it wants no more.</param>
    public void Take(RowTaker take)
    {
        var taken = 0L;
        try
        {
            for (var more = true; more && _oldest.Next();)
            {
                taken = _oldest.Number(0);
                more = take(_oldest.Bytes(1));
            }
        }
        finally
        {
            _oldest.Reset();
        }

        _delete.With(taken).Run();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _oldest.Dispose();
        _delete.Dispose();
    }
}
