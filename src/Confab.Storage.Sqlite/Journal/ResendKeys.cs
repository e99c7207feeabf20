using Confab.Chat.Messages;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>
/// The keys of the last 24 hours wherever they are: in the transaction that is being made, in the journal, in the table. A client's numbers rise, so
/// one that is larger than all before is new, and is looked up nowhere.
/// </summary>
/// <param name="stored">Those in the table.</param>
/// <param name="tail">Those in the journal; none at first.</param>
internal sealed class ResendKeys(ResendKeyTable stored, Tail tail)
{
    // Some megabytes. The clients of a day are seldom more; those beyond are looked up each time.
    private const int MostClients = 50_000;

    private readonly Dictionary<ResendKey, AppendResult> _new = [];

    // By client, the largest number that any of its keys has. A client that has keys in the journal is missing only while this is full.
    private readonly Dictionary<Guid, long> _newest = [];

    /// <summary>What the newest message with this key became, however long ago that is; null for a new key.</summary>
    public AppendResult? Find(in ResendKey key)
    {
        if (!_newest.TryGetValue(key.Client, out var newest))
        {
            if (_newest.Count >= MostClients && tail.HasNoKeys && _new.Count == 0)
            {
                _newest.Clear();
            }

            if (_newest.Count >= MostClients)
            {
                return Look(key);
            }

            newest = stored.LastNumber(key.Client) ?? long.MinValue;
            _newest.Add(key.Client, newest);
        }

        return key.Number > newest ? null : Look(key);
    }

    public void Add(in ResendKey key, in AppendResult first)
    {
        _new[key] = first;
        if (_newest.TryGetValue(key.Client, out var newest))
        {
            _newest[key.Client] = Math.Max(newest, key.Number);
        }
    }

    /// <summary>The transaction happened.</summary>
    public void Keep()
    {
        foreach (var (key, first) in _new)
        {
            tail.Remember(key, first);
        }

        _new.Clear();
    }

    /// <summary>The transaction did not happen. The largest numbers may stay too large, which costs a look and nothing else.</summary>
    public void Forget() => _new.Clear();

    // The newest use of a key is the one that counts: it was taken because the one before was too old.
    private AppendResult? Look(in ResendKey key) =>
        _new.TryGetValue(key, out var first) ? first : tail.Find(key) ?? stored.Find(key);
}
