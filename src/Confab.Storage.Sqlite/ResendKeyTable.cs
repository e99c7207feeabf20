using Confab.Chat.Messages;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// The resend keys of the last 24 hours. Expired ones are removed a few at a time, in step with new ones and faster than these come:
/// an index by time for a single sweep would cost each keyed message more.
/// </summary>
internal sealed class ResendKeyTable : IDisposable
{
    private const int SweepAfter = 256;

    // Four looked at for each new one: the table holds at most a third more than a day's keys.
    private const int SweepLength = 4 * SweepAfter;

    private readonly Statement _find;
    private readonly Statement _insert;
    private readonly Statement _walk;
    private readonly Statement _delete;
    private int _rememberedSinceSweep;
    private byte[] _sweptClient = [];
    private long _sweptNumber;

    public ResendKeyTable(SqliteConnection connection)
    {
        _find = new Statement(
            connection, "SELECT entry_number, entry_id, time FROM resend_keys WHERE client = $0 AND number = $1", 2);
        _insert = new Statement(
            connection, "INSERT OR REPLACE INTO resend_keys (client, number, entry_number, entry_id, time) VALUES ($0, $1, $2, $3, $4)", 5);
        _walk = new Statement(connection, """
            SELECT client, number, time FROM resend_keys WHERE (client, number) > ($0, $1) ORDER BY client, number LIMIT $2
            """, 3);
        _delete = new Statement(connection, "DELETE FROM resend_keys WHERE client = $0 AND number = $1", 2);
    }

    /// <summary>What the first message with this key became, unless that is more than 24 hours ago.</summary>
    public AppendResult? Find(ResendKey key, DateTimeOffset time)
    {
        using var rows = _find.Query(StoredValue.Of(key.Client), key.Number);
        return rows.Read() && LogRules.IsResend(rows.Time(2), time)
            ? new AppendResult(rows.GetInt64(0), new MessageId(rows.Guid(1)), rows.Time(2), IsDuplicate: true)
            : null;
    }

    public void Remember(ResendKey key, in AppendResult first)
    {
        _insert.Execute(
            StoredValue.Of(key.Client), key.Number, first.Number, StoredValue.Of(first.Id), StoredValue.Of(first.Time));
        _rememberedSinceSweep++;
    }

    /// <summary>
    /// When enough keys have come: looks at the next stretch of the table and removes what has expired. Inside the transaction.
    /// </summary>
    public void SweepSome(DateTimeOffset now)
    {
        if (_rememberedSinceSweep < SweepAfter)
        {
            return;
        }

        _rememberedSinceSweep = 0;
        var expired = new List<(byte[] Client, long Number)>();
        var seen = 0;
        using (var rows = _walk.Query(_sweptClient, _sweptNumber, (long)SweepLength))
        {
            for (; rows.Read(); seen++)
            {
                (_sweptClient, _sweptNumber) = (rows.GetFieldValue<byte[]>(0), rows.GetInt64(1));
                if (!LogRules.IsResend(rows.Time(2), now))
                {
                    expired.Add((_sweptClient, _sweptNumber));
                }
            }
        }

        expired.ForEach(key => _delete.Execute(key.Client, key.Number));
        if (seen < SweepLength)
        {
            (_sweptClient, _sweptNumber) = ([], 0);
        }
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _walk.Dispose();
        _delete.Dispose();
    }
}
