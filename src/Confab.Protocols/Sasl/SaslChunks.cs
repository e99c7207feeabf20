using System.Text;

namespace Confab.Protocols.Sasl;

/// <summary>
/// Messages of SASL as parameters of AUTHENTICATE: base64 in chunks of 400 bytes, of which the last is shorter; <c>+</c> is an
/// empty one (IRCv3 sasl-3.1 "The AUTHENTICATE command"). One object puts the chunks of a session together; after any answer
/// but <see cref="SaslChunkResult.NeedMore"/> it begins anew.
/// </summary>
public sealed class SaslChunks
{
    /// <summary>The length of a full chunk in bytes.</summary>
    public const int ChunkBytes = 400;

    /// <summary>What stands for a chunk of no bytes.</summary>
    public const string Empty = "+";

    /// <summary>What stands for giving up.</summary>
    public const string Abort = "*";

    private readonly int _maxBytes;
    private readonly StringBuilder _base64 = new();

    /// <summary>Makes a reader.</summary>
    /// <param name="maxBytes">The longest message in bytes, after decoding.</param>
    public SaslChunks(int maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBytes);
        _maxBytes = maxBytes;
    }

    /// <summary>Spreads a message over chunks.</summary>
    /// <param name="message">The bytes, before base64.</param>
    /// <returns>The parameters, one for each AUTHENTICATE; at least one.</returns>
    public static IReadOnlyList<string> Split(ReadOnlySpan<byte> message)
    {
        var base64 = Convert.ToBase64String(message);
        var chunks = new List<string>();
        for (var at = 0; at < base64.Length; at += ChunkBytes)
        {
            chunks.Add(base64.Substring(at, Math.Min(ChunkBytes, base64.Length - at)));
        }

        if (base64.Length % ChunkBytes == 0)
        {
            chunks.Add(Empty);
        }

        return chunks;
    }

    /// <summary>Reads the next chunk.</summary>
    /// <param name="chunk">The parameter of AUTHENTICATE.</param>
    /// <param name="message">The message, if it is whole; otherwise empty.</param>
    /// <returns>What came of it.</returns>
    public SaslChunkResult Read(string chunk, out byte[] message)
    {
        message = [];
        var result = Take(chunk);
        if (result == SaslChunkResult.NeedMore)
        {
            return result;
        }

        if (result == SaslChunkResult.Complete)
        {
            result = Decode(out message);
        }

        Reset();
        return result;
    }

    /// <summary>Forgets the chunks that have come.</summary>
    public void Reset() => _base64.Clear();

    private SaslChunkResult Take(string chunk)
    {
        if (chunk == Abort)
        {
            return SaslChunkResult.Aborted;
        }

        if (chunk == Empty)
        {
            return SaslChunkResult.Complete;
        }

        // Whole groups of four letters are three bytes; the last group may hold one or two fewer.
        if (chunk.Length > ChunkBytes || (_base64.Length + chunk.Length) / 4 * 3 > _maxBytes + 2)
        {
            return SaslChunkResult.TooLong;
        }

        if (chunk.Length == 0)
        {
            return SaslChunkResult.Invalid;
        }

        _base64.Append(chunk);
        return chunk.Length == ChunkBytes ? SaslChunkResult.NeedMore : SaslChunkResult.Complete;
    }

    private SaslChunkResult Decode(out byte[] message)
    {
        if (!ScramSha256.TryDecodeBase64(_base64.ToString(), out message))
        {
            return SaslChunkResult.Invalid;
        }

        if (message.Length <= _maxBytes)
        {
            return SaslChunkResult.Complete;
        }

        message = [];
        return SaslChunkResult.TooLong;
    }
}
