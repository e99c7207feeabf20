using Confab.Chat.Messages;

namespace Confab.Storage.Sqlite.Journal;

/// <summary>
/// What is known in memory of the batches in the journal: how much they are, and the resend keys in them. Belongs to the writer; only
/// the counts may be looked at by others.
/// </summary>
internal sealed class Tail(long maxEntries, long maxBytes)
{
    private readonly Dictionary<ResendKey, AppendResult> _keys = [];
    private long _entries;
    private long _batches;
    private long _bytes;

    public long Entries => Volatile.Read(ref _entries);

    public bool IsEmpty => Volatile.Read(ref _batches) == 0;

    public bool IsFull => _entries >= maxEntries || _bytes >= maxBytes;

    public bool HasNoKeys => _keys.Count == 0;

    public AppendResult? Find(in ResendKey key) => _keys.TryGetValue(key, out var first) ? first : null;

    public void Add(int entries, int bytes)
    {
        Volatile.Write(ref _batches, _batches + 1);
        Volatile.Write(ref _entries, _entries + entries);
        _bytes += bytes;
    }

    public void Remember(in ResendKey key, in AppendResult first) => _keys[key] = first;

    public void Remove(OrganisedStep step)
    {
        Volatile.Write(ref _batches, _batches - step.Batches);
        Volatile.Write(ref _entries, _entries - step.Entries);
        _bytes -= step.Bytes;
        foreach (var (key, id) in step.Keys)
        {
            // The same key may stand in a later batch, a day after.
            if (_keys.TryGetValue(key, out var first) && first.Id == id)
            {
                _keys.Remove(key);
            }
        }
    }
}
