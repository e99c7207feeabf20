using System.Globalization;
using Confab.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Tests.Sqlite;

/// <summary>A database file as an outsider sees it.</summary>
internal sealed class RawDatabase : IDisposable
{
    private readonly SqliteConnection _connection;

    private RawDatabase(SqliteConnection connection) => _connection = connection;

    public static RawDatabase Open(string path)
    {
        SqliteLibrary.EnsureUsable();
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return new RawDatabase(connection);
    }

    public void Run(string sql) => _connection.Run(sql);

    public long Number(string sql) => _connection.Number(sql);

    /// <summary>One column of all rows, a line each.</summary>
    public string Text(string sql, int column = 0)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var text = new List<string>();
        while (rows.Read())
        {
            text.Add(Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture)!);
        }

        return string.Join('\n', text);
    }

    public void Dispose() => _connection.Dispose();
}
