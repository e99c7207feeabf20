using System.Text;
using Confab.Protocols.Tests.Cutting;
using Confab.Protocols.Tests.WebSockets;
using Confab.Protocols.WebSockets;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>
/// The first byte chooses parts, masks and cuts; the rest are messages, one for each line. They must come out as they are, however they were taken apart;
/// and whatever the bytes are by themselves, they are read to their end.
/// </summary>
internal static class WebSocketTarget
{
    private const int Longest = 64 * 1024;

    internal static void Run(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return;
        }

        var random = new Random(data[0]);
        var sent = new List<byte>();
        var expected = new List<(WebSocketFound, string)>();
        foreach (var range in data[1..].Split((byte)'\n'))
        {
            var message = data[1..][range].TrimEnd((byte)'\r');
            expected.Add((WebSocketFound.Binary, Encoding.Latin1.GetString(message) + "\r\n"));
            AddParts(message, random, sent);
        }

        Assert.Equal(expected, new WebSocketDecoder(Longest).Feed(Cuts.Random([.. sent], random)));
        new WebSocketDecoder(Longest).Feed(Cuts.Random(data, random));
    }

    private static void AddParts(ReadOnlySpan<byte> message, Random random, List<byte> sent)
    {
        var opcode = ClientFrame.Binary;
        while (random.Next(3) == 0)
        {
            var part = message[..random.Next(message.Length + 1)];
            sent.AddRange(ClientFrame.Of(opcode, part, isFinal: false, mask: (uint)random.Next()));
            message = message[part.Length..];
            opcode = ClientFrame.Continuation;
        }

        sent.AddRange(ClientFrame.Of(opcode, message, mask: (uint)random.Next()));
    }
}
