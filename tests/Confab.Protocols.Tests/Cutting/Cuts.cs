namespace Confab.Protocols.Tests.Cutting;

/// <summary>The ways in which a network may cut one stream of bytes into reads.</summary>
internal static class Cuts
{
    /// <summary>Glued, byte by byte, and cut in two at every place.</summary>
    internal static IEnumerable<byte[][]> Of(byte[] bytes)
    {
        yield return [bytes];
        yield return [.. bytes.Select(b => new[] { b })];
        for (var at = 0; at <= bytes.Length; at++)
        {
            yield return [bytes[..at], bytes[at..]];
        }
    }

    /// <summary>Pieces of random length, some of them empty.</summary>
    internal static byte[][] Random(ReadOnlySpan<byte> bytes, Random random)
    {
        var pieces = new List<byte[]>();
        while (!bytes.IsEmpty)
        {
            var length = random.Next(Math.Min(bytes.Length, 9) + 1);
            pieces.Add(bytes[..length].ToArray());
            bytes = bytes[length..];
        }

        return [.. pieces];
    }
}
