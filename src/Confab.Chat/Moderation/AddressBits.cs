using System.Globalization;

namespace Confab.Chat.Moderation;

/// <summary>The 128 bits of an IP address and its written forms: dotted decimal, and RFC 4291 section 2.2 with the shortest form of RFC 5952.</summary>
internal static class AddressBits
{
    private const int Groups = 8;
    private const uint Mapped = 0xFFFF;

    public static bool TryRead(string text, out UInt128 bits)
    {
        var scope = text.IndexOf('%', StringComparison.Ordinal);
        var address = scope < 0 ? text : text[..scope];
        if (address.Contains(':', StringComparison.Ordinal))
        {
            return TryReadVersion6(address, out bits);
        }

        var valid = TryReadVersion4(address, out var low);
        bits = ((UInt128)Mapped << 32) | low;
        return valid;
    }

    public static string Write(UInt128 bits, bool version4)
    {
        if (version4)
        {
            var low = (uint)bits;
            return string.Create(CultureInfo.InvariantCulture, $"{low >> 24}.{(low >> 16) & 255}.{(low >> 8) & 255}.{low & 255}");
        }

        var groups = Enumerable.Range(0, Groups).Select(index => (int)((bits >> (16 * (Groups - 1 - index))) & 0xFFFF)).ToArray();
        var (start, length) = LongestZeros(groups);
        return length < 2
            ? Join(groups, 0, Groups)
            : $"{Join(groups, 0, start)}::{Join(groups, start + length, Groups)}";
    }

    private static bool TryReadVersion4(string text, out uint bits)
    {
        bits = 0;
        var parts = text.Split('.');
        foreach (var part in parts)
        {
            // A leading zero is read as octal by some, so it is no address here.
            if (part.Length is 0 or > 3 || (part.Length > 1 && part[0] == '0')
                || !byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return false;
            }

            bits = (bits << 8) | value;
        }

        return parts.Length == 4;
    }

    private static bool TryReadVersion6(string text, out UInt128 bits)
    {
        bits = 0;
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return TryReadGroups(text, out var all) && all.Count == Groups && Put(all, ref bits, 0);
        }

        var (front, back) = (text[..gap], text[(gap + 2)..]);
        return TryReadGroups(front, out var before)
            && TryReadGroups(back, out var after)
            && before.Count + after.Count < Groups
            && Put(before, ref bits, 0)
            && Put(after, ref bits, Groups - after.Count);
    }

    private static bool TryReadGroups(string text, out List<ushort> groups)
    {
        groups = [];
        if (text.Length == 0)
        {
            return true;
        }

        var parts = text.Split(':');
        for (var index = 0; index < parts.Length; index++)
        {
            if (index == parts.Length - 1 && parts[index].Contains('.', StringComparison.Ordinal) && TryReadVersion4(parts[index], out var low))
            {
                groups.Add((ushort)(low >> 16));
                groups.Add((ushort)low);
            }
            else if (parts[index].Length <= 4
                && ushort.TryParse(parts[index], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var group))
            {
                groups.Add(group);
            }
            else
            {
                return false;
            }
        }

        return groups.Count <= Groups;
    }

    private static bool Put(List<ushort> groups, ref UInt128 bits, int at)
    {
        for (var index = 0; index < groups.Count; index++)
        {
            bits |= (UInt128)groups[index] << (16 * (Groups - 1 - at - index));
        }

        return true;
    }

    private static (int Start, int Length) LongestZeros(int[] groups)
    {
        var (start, length) = (0, 0);
        for (var from = 0; from < groups.Length; from++)
        {
            var run = groups.Skip(from).TakeWhile(group => group == 0).Count();
            if (run > length)
            {
                (start, length) = (from, run);
            }
        }

        return (start, length);
    }

    private static string Join(int[] groups, int from, int to) =>
        string.Join(':', groups[from..to].Select(group => group.ToString("x", CultureInfo.InvariantCulture)));
}
