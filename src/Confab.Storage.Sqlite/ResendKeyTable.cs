using Confab.Chat.Messages;
using Confab.Storage.Sqlite.Journal;
using Microsoft.Data.Sqlite;

namespace Confab.Storage.Sqlite;

/// <summary>
/// The resend keys of the last 24 hours, but for those still in the journal. Expired ones are removed a few at a time, in step with new
/// ones and faster than these come: an index by time for a single sweep would cost each keyed message more.
/// </summary>
internal sealed class ResendKeyTable : IDisposable
{
    private const int SweepAfter = 256;

    // Four looked at for each new one: the table holds at most a third more than a day's keys.
    private const int SweepLength = 4 * SweepAfter;

    private readonly DirectStatement _find;
    private readonly DirectStatement _last;
    private readonly DirectStatement _insert;
    private readonly Statement _walk;
    private readonly Statement _delete;
    private int _rememberedSinceSweep;
    private byte[] _sweptClient = [];
    private long _sweptNumber;

    public ResendKeyTable(SqliteConnection connection)
    {
        _find = new DirectStatement(
            connection, "SELECT entry_number, entry_id, time FROM resend_keys WHERE client = $0 AND number = $1");
        _last = new DirectStatement(connection, "SELECT number FROM resend_keys WHERE client = $0 ORDER BY number DESC LIMIT 1");
        _insert = new DirectStatement(
            connection, "INSERT OR REPLACE INTO resend_keys (client, number, entry_number, entry_id, time) VALUES ($0, $1, $2, $3, $4)");
        _walk = new Statement(connection, """
            SELECT client, number, time FROM resend_keys WHERE (client, number) > ($0, $1) ORDER BY client, number LIMIT $2
            """, 3);
        _delete = new Statement(connection, "DELETE FROM resend_keys WHERE client = $0 AND number = $1", 2);
    }

    /// <summary>What the first message with this key became, however long ago that is.</summary>
    public AppendResult? Find(in ResendKey key)
    {
        Span<byte> client = stackalloc byte[16];
        key.Client.TryWriteBytes(client, bigEndian: true, out _);
        try
        {
            return _find.WithBytes(client).With(key.Number).Next()
                ? new AppendResult(
                    _find.Number(0),
                    new MessageId(new Guid(_find.Bytes(1), bigEndian: true)),
                    DateTimeOffset.FromUnixTimeMilliseconds(_find.Number(2)),
                    IsDuplicate: false)
                : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    /// <summary>The largest number that a key of this client has; null where it has none.</summary>
    public long? LastNumber(Guid client)
    {
        Span<byte> bytes = stackalloc byte[16];
        client.TryWriteBytes(bytes, bigEndian: true, out _);
        try
        {
            return _last.WithBytes(bytes).Next() ? _last.Number(0) : null;
        }
        finally
        {
            _last.Reset();
        }
    }

    public void Remember(in ResendKey key, in JournalEntry first)
    {
        Span<byte> client = stackalloc byte[16];
        key.Client.TryWriteBytes(client, bigEndian: true, out _);
        _insert.WithBytes(client).With(key.Number).With(first.Number).WithBytes(first.Id).With(first.Time).Run();
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

        // As many stretches as keys have come for: a step of the organiser may bring many at once.
        var stretches = _rememberedSinceSweep / SweepAfter;
        _rememberedSinceSweep %= SweepAfter;
        for (; stretches > 0; stretches--)
        {
            SweepStretch(now);
        }
    }

    public void Dispose()
    {
        _find.Dispose();
        _last.Dispose();
        _insert.Dispose();
        _walk.Dispose();
        _delete.Dispose();
    }

    private void SweepStretch(DateTimeOffset now)
    {
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
}
