using System.Collections.Immutable;
using Confab.Chat.Names;

namespace Confab.Chat.Rooms;

/// <summary>A list of people that a room keeps, in the order in which they were added, each once. Never changes: adding makes a new one.</summary>
public sealed class MaskList
{
    private MaskList(ImmutableArray<MaskEntry> entries) => Entries = entries;

    public static MaskList Empty { get; } = new([]);

    public ImmutableArray<MaskEntry> Entries { get; }

    public int Count => Entries.Length;

    public static MaskList Of(IEnumerable<MaskEntry> entries) => new([.. entries.DistinctBy(entry => entry.Mask)]);

    public bool Has(RoomMask mask) => Entries.Any(entry => entry.Mask == mask);

    /// <summary>The entry that means the same as the mask; null where there is none.</summary>
    public MaskEntry? Find(RoomMask mask) => Entries.FirstOrDefault(entry => entry.Mask == mask);

    /// <summary>The list with the entry at its end; itself where the mask is in it.</summary>
    public MaskList Add(MaskEntry entry) => Has(entry.Mask) ? this : new MaskList(Entries.Add(entry));

    /// <summary>The list without the mask; itself where the mask is not in it.</summary>
    public MaskList Remove(RoomMask mask) => Has(mask) ? new MaskList(Entries.RemoveAll(entry => entry.Mask == mask)) : this;

    /// <summary>True when an entry means this person, also one that is only about speaking.</summary>
    public bool Means(in MaskSubject who)
    {
        foreach (var entry in Entries)
        {
            if (entry.Mask.Matches(who))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when an entry means this person and is about all that a member does.</summary>
    public bool MeansWholly(in MaskSubject who)
    {
        foreach (var entry in Entries)
        {
            if (!entry.Mask.Mutes && entry.Mask.Matches(who))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when an entry means this person and is only about speaking.</summary>
    public bool Mutes(in MaskSubject who)
    {
        foreach (var entry in Entries)
        {
            if (entry.Mask.Mutes && entry.Mask.Matches(who))
            {
                return true;
            }
        }

        return false;
    }
}
