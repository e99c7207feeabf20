using System.Runtime.CompilerServices;
using Confab.Protocols;
using Confab.Protocols.Lines;

namespace Confab.Cli.Piping;

/// <summary>The lines of a stream as they come, with a bound, so that a stream without line ends does not fill the memory.</summary>
internal sealed class InputLines(Stream input)
{
    /// <summary>The longest line, in bytes: that of the longest message which a server takes by default.</summary>
    public const int Longest = 64 * 1024;

    private const int ReadBytes = 16 * 1024;

    /// <summary>The lines; null in place of one that is too long.</summary>
    public async IAsyncEnumerable<string?> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var decoder = new LineDecoder(Longest);
        var buffer = new byte[ReadBytes];
        var found = new List<string?>();
        while (true)
        {
            // A read from a terminal or a pipe cannot be cancelled: it is left behind.
            var count = await Task.Run(() => input.Read(buffer), cancellationToken).WaitAsync(cancellationToken);
            found.Clear();
            Decode(decoder, count > 0 ? buffer.AsSpan(0, count) : decoder.HoldsPartial ? "\n"u8 : default, found);
            foreach (var line in found)
            {
                yield return line;
            }

            if (count == 0)
            {
                yield break;
            }
        }
    }

    private static void Decode(LineDecoder decoder, ReadOnlySpan<byte> input, List<string?> found)
    {
        ReadStatus status;
        while ((status = decoder.Read(ref input, out var line)) != ReadStatus.NeedMore)
        {
            found.Add(status == ReadStatus.Complete ? line : null);
        }
    }
}
