using Confab.Chat.Messages;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>Entries and events as rows: the columns that are asked for, of a table <c>e</c> and its room <c>r</c>, and what they become.</summary>
internal static class EntryRow
{
    /// <summary>The columns of an entry.</summary>
    public const string OfEntry = $"e.position, e.id, r.name, r.key, e.number, {Rest}";

    /// <summary>The columns of an event, which bears the number of the entry it came after.</summary>
    public const string OfEvent = $"e.position, e.id, r.name, r.key, e.after_number, {Rest}";

    private const string Rest = "e.kind, e.author, e.time, e.text, e.room, e.account, e.source, e.tags, e.target, e.formatted";

    public static LogEntry Read(SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            new MessageId(row.Guid(1)),
            row.GetString(2),
            row.GetString(3),
            row.GetInt64(4),
            (MessageKind)row.GetInt32(5),
            row.GetString(6),
            row.Time(7),
            row.GetString(8))
        {
            Account = row.Text(10),
            Source = row.Text(11),
            Tags = row.Text(12),
            Target = row.Text(13),
            Formatted = row.Text(14),
        };

    public static List<LogEntry> ReadAll(SqliteDataReader rows)
    {
        var entries = new List<LogEntry>();
        while (rows.Read())
        {
            entries.Add(Read(rows));
        }

        return entries;
    }

    public static IndexableEntry ReadIndexable(SqliteDataReader row) => new(
        row.GetInt64(0), new MessageId(row.Guid(1)), row.GetInt64(9), (MessageKind)row.GetInt32(5), row.GetString(8));

    public static List<IndexableEntry> ReadAllIndexable(SqliteDataReader rows)
    {
        var entries = new List<IndexableEntry>();
        while (rows.Read())
        {
            entries.Add(ReadIndexable(rows));
        }

        return entries;
    }
}
