using System.Globalization;

namespace Confab.Chat.Moderation;

/// <summary>
/// An IP address, or all addresses that begin with the same bits (CIDR, RFC 4632 and RFC 4291 section 2.3): <c>192.0.2.7</c>,
/// <c>10.0.0.0/8</c>, <c>2001:db8::/32</c>. Version 4 addresses are kept as the version 6 addresses that stand for them
/// (<c>::ffff:192.0.2.7</c>), so both ways of writing one mean the same.
/// </summary>
public readonly record struct AddressRange
{
    private const int Bits = 128;
    private const int MappedBits = 96;
    private const int HouseholdBits = 64;

    private AddressRange(UInt128 first, int prefix)
    {
        Prefix = prefix;
        First = prefix == 0 ? 0 : first >> (Bits - prefix) << (Bits - prefix);
    }

    /// <summary>The lowest address of the range.</summary>
    internal UInt128 First { get; }

    /// <summary>How many bits all addresses of the range share, of 128.</summary>
    internal int Prefix { get; }

    /// <summary>True where it is written as a version 4 address.</summary>
    public bool IsVersion4 => Prefix >= MappedBits && (First >> 32) == 0xFFFF;

    /// <summary>How many addresses share the range, as its power of two: 0 for a single one.</summary>
    public int FreeBits => Bits - Prefix;

    /// <summary>Reads an address or a range in CIDR form. Bits behind the prefix are cut off. A scope (<c>%eth0</c>) is ignored.</summary>
    public static bool TryParse(string? text, out AddressRange range)
    {
        range = default;
        if (string.IsNullOrEmpty(text) || text.Length > 100)
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        var isVersion4 = !address.Contains(':', StringComparison.Ordinal);
        if (!AddressBits.TryRead(address, out var first))
        {
            return false;
        }

        var most = isVersion4 ? Bits - MappedBits : Bits;
        var prefix = most;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > most))
        {
            return false;
        }

        range = new AddressRange(first, isVersion4 ? prefix + MappedBits : prefix);
        return true;
    }

    /// <summary>True when every address of <paramref name="other"/> is one of these.</summary>
    public bool Contains(AddressRange other) => other.Prefix >= Prefix && new AddressRange(other.First, Prefix).First == First;

    /// <summary>What one household or one host has: the address itself in version 4, its /64 in version 6.</summary>
    public AddressRange Household() => IsVersion4 || Prefix < HouseholdBits ? this : new AddressRange(First, HouseholdBits);

    /// <summary>The range as it is written: without the prefix where it is a single address.</summary>
    public override string ToString()
    {
        var address = AddressBits.Write(First, IsVersion4);
        var prefix = IsVersion4 ? Prefix - MappedBits : Prefix;
        return Prefix == Bits ? address : string.Create(CultureInfo.InvariantCulture, $"{address}/{prefix}");
    }
}
