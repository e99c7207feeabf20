using System.Text;
using Confab.Protocols.WebSockets;

namespace Confab.Protocols.Tests.WebSockets;

/// <summary>Feeds pieces to the decoder as a session does.</summary>
internal static class WebSocketDecoding
{
    /// <summary>What was found, each with its content as Latin-1.</summary>
    internal static List<(WebSocketFound Found, string Content)> Feed(this WebSocketDecoder decoder, params IEnumerable<byte[]> pieces)
    {
        var all = new List<(WebSocketFound, string)>();
        foreach (var piece in pieces)
        {
            // The decoder may write where it reads.
            Span<byte> input = piece.ToArray();
            while (decoder.Read(ref input, out var content) is not WebSocketFound.NeedMore and var found)
            {
                all.Add((found, Encoding.Latin1.GetString(content)));
            }

            Assert.True(input.IsEmpty);
        }

        return all;
    }
}
