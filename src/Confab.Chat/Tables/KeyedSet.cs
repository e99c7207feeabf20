using System.Collections;
using System.Numerics;

namespace Confab.Chat.Tables;

/// <summary>
/// A set of things that know their own key, to be found by it. It keeps one reference for each and no copy of the key, which is about a quarter of
/// what a dictionary takes: what is kept of everybody is kept in these. In no particular order. Not safe from several threads.
/// </summary>
/// <typeparam name="TKey">What a thing is found by. It must not change while the thing is in the set.</typeparam>
/// <typeparam name="TItem">The things.</typeparam>
/// <param name="keyOf">The key of a thing.</param>
/// <param name="comparer">How keys are compared; null for as they are.</param>
public sealed class KeyedSet<TKey, TItem>(Func<TItem, TKey> keyOf, IEqualityComparer<TKey>? comparer = null) : IReadOnlyCollection<TItem>
    where TKey : notnull
    where TItem : class
{
    private const int FewestPlaces = 4;

    // 2^64 divided by the golden ratio: numbers that follow each other come to lie far apart, whatever gaps are between them.
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    // A thing lies at its key's own place or, where others lie there, at the next free one behind it: no free place is ever between the two.
    private TItem?[] _places = [];

    /// <summary>How many things are in it.</summary>
    public int Count { get; private set; }

    /// <summary>The thing of that key; null where there is none.</summary>
    public TItem? Find(TKey key) => Count == 0 ? null : _places[PlaceOf(key)];

    /// <summary>Adds a thing.</summary>
    /// <exception cref="ArgumentException">There is one of the same key.</exception>
    public void Add(TItem item)
    {
        if (Find(keyOf(item)) is not null)
        {
            throw new ArgumentException($"There is one with the key {keyOf(item)} already; it is to be removed first, or replaced.", nameof(item));
        }

        Put(item);
    }

    /// <summary>Adds a thing, in place of the one of the same key where there is one.</summary>
    public void Put(TItem item)
    {
        // At most three quarters are taken, so that a free place is never far.
        if ((Count + 1) * 4 > _places.Length * 3)
        {
            Grow();
        }

        ref var place = ref _places[PlaceOf(keyOf(item))];
        Count += place is null ? 1 : 0;
        place = item;
    }

    /// <summary>Takes out the thing of that key.</summary>
    /// <returns>It; null where there was none.</returns>
    public TItem? Remove(TKey key)
    {
        if (Find(key) is not { } removed)
        {
            return null;
        }

        // Those behind it that have been pushed away from their own places move up, or they would not be found any more.
        var free = PlaceOf(key);
        for (var next = Behind(free); _places[next] is { } item; next = Behind(next))
        {
            var pushedBy = (next - OwnPlaceOf(keyOf(item))) & (_places.Length - 1);
            if (pushedBy >= ((next - free) & (_places.Length - 1)))
            {
                _places[free] = item;
                free = next;
            }
        }

        _places[free] = null;
        Count--;
        return removed;
    }

    public IEnumerator<TItem> GetEnumerator()
    {
        foreach (var item in _places)
        {
            if (item is not null)
            {
                yield return item;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Grow()
    {
        var all = _places;
        _places = new TItem?[Math.Max(FewestPlaces, all.Length * 2)];
        foreach (var item in all)
        {
            if (item is not null)
            {
                _places[PlaceOf(keyOf(item))] = item;
            }
        }
    }

    // Where the thing of that key lies, or would.
    private int PlaceOf(TKey key)
    {
        var place = OwnPlaceOf(key);
        while (_places[place] is { } other && !AreEqual(keyOf(other), key))
        {
            place = Behind(place);
        }

        return place;
    }

    private int OwnPlaceOf(TKey key)
    {
        var hash = (uint)(comparer is null ? key.GetHashCode() : comparer.GetHashCode(key));
        return (int)(hash * Spread >> (64 - BitOperations.Log2((uint)_places.Length)));
    }

    private int Behind(int place) => (place + 1) & (_places.Length - 1);

    private bool AreEqual(TKey one, TKey other) =>
        comparer is null ? EqualityComparer<TKey>.Default.Equals(one, other) : comparer.Equals(one, other);
}
