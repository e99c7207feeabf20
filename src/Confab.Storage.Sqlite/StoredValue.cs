using System.Globalization;
using Confab.Chat.Messages;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>How ids and times stand in the database: 16 bytes in network order, and milliseconds since 1970 in UTC.</summary>
internal static class StoredValue
{
    public static byte[] Of(Guid value) => value.ToByteArray(bigEndian: true);

    public static byte[] Of(MessageId id) => Of(id.Value);

    public static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static object OrNull(object? value) => value ?? DBNull.Value;

    /// <summary>A text, or null where the column is.</summary>
    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static Guid Guid(this SqliteDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    public static DateTimeOffset Time(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <summary>The first column of the first row as a number; 0 where there is none.</summary>
    public static long Number(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar() is { } value and not DBNull ? value : 0L, CultureInfo.InvariantCulture);
    }

    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
