using Confab.Chat.Messages;
using Confab.Storage.Search;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Confab.Storage.Sqlite.Search;

/// <summary>The one connection that changes <c>search.db</c>. Each deed is one transaction. One caller at a time.</summary>
internal sealed class IndexWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _add;
    private readonly Statement _remove;
    private readonly Statement _advance;
    private readonly Statement _withdraw;
    private readonly Statement _forget;
    private readonly Statement _notePrunes;
    private readonly Statement _state;

    public IndexWriter(SqliteConnection connection)
    {
        _connection = connection;
        _add = new Statement(connection, "INSERT INTO grams (rowid, tokens) VALUES ($0, $1)", 2);
        _remove = new Statement(connection, "INSERT INTO grams (grams, rowid, tokens) VALUES ('delete', $0, $1)", 2);
        _advance = new Statement(connection, "UPDATE state SET indexed_to = $0, anchor = $1", 2);
        _withdraw = new Statement(connection, "INSERT OR IGNORE INTO withdrawn (position) VALUES ($0)", 1);
        _forget = new Statement(connection, "DELETE FROM withdrawn WHERE position = $0", 1);
        _notePrunes = new Statement(connection, "UPDATE state SET prunes = $0", 1);
        _state = new Statement(connection, "SELECT indexed_to FROM state");
    }

    /// <summary>The position of the newest entry that was indexed.</summary>
    public long IndexedTo()
    {
        using var rows = _state.Query();
        return rows.Read() ? rows.GetInt64(0) : 0;
    }

    /// <summary>Lets the pages go that it keeps in memory.</summary>
    public void GiveBackMemory() => _connection.ForgetPages();

    /// <summary>Adds the entries that follow those indexed before, in rising order.</summary>
    public void Add(IReadOnlyList<IndexableEntry> entries) => InTransaction(() =>
    {
        foreach (var entry in entries)
        {
            AddTokens(entry);
        }

        _advance.Execute(entries[^1].Position, StoredValue.Of(entries[^1].Id));
    });

    /// <summary>
    /// Takes entries out of the index, for a time or for good; until they are forgotten or put back, a search reads them itself.
    /// </summary>
    public void Withdraw(IEnumerable<IndexableEntry> entries) => InTransaction(() =>
    {
        var indexedTo = IndexedTo();
        foreach (var entry in entries.Where(entry => entry.Position <= indexedTo && entry.Kind != MessageKind.Topic))
        {
            // Not again what an earlier, unfinished removal has taken out: FTS5 trusts that a deleted row was there.
            if (_withdraw.Execute(entry.Position) == 1)
            {
                _remove.Execute(entry.Position, Tokens(entry));
            }
        }
    });

    /// <summary>The log has removed these; nothing is left to be said of them.</summary>
    public void Forget(IEnumerable<long> positions, long prunes) => InTransaction(() =>
    {
        foreach (var position in positions)
        {
            _forget.Execute(position);
        }

        _notePrunes.Execute(prunes);
    });

    /// <summary>Settles entries whose removal was interrupted: those still in the log go back into the index.</summary>
    public void Settle(IEnumerable<(long Position, IndexableEntry? Entry)> withdrawn) => InTransaction(() =>
    {
        foreach (var (position, entry) in withdrawn)
        {
            _forget.Execute(position);
            if (entry is not null)
            {
                AddTokens(entry);
            }
        }
    });

    public void Dispose()
    {
        Statement[] statements = [_add, _remove, _advance, _withdraw, _forget, _notePrunes, _state];
        Array.ForEach(statements, statement => statement.Dispose());
        _connection.Dispose();
    }

    private static string Tokens(IndexableEntry entry) => Grams.OfEntry(SearchFold.Fold(entry.Text), entry.Room);

    private void AddTokens(IndexableEntry entry)
    {
        if (entry.Kind != MessageKind.Topic)
        {
            _add.Execute(entry.Position, Tokens(entry));
        }
    }

    private void InTransaction(Action deed)
    {
        _connection.Run("BEGIN IMMEDIATE");
        try
        {
            deed();
            _connection.Run("COMMIT");
        }
        catch
        {
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                _connection.Run("ROLLBACK");
            }

            throw;
        }
    }
}
