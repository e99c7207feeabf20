using System.Text;
using Confab.Protocols.Detection;
using Confab.Protocols.Tests.Cutting;

namespace Confab.Protocols.Tests.Fuzz;

/// <summary>
/// The first byte chooses a beginning and the cuts, the rest is what arrives: the decision must be the one that is obvious with
/// all bytes at hand.
/// </summary>
internal static class FirstBytesTarget
{
    private static readonly string[] Requests =
        ["GET ", "POST ", "PUT ", "HEAD ", "OPTIONS ", "DELETE ", "PATCH ", "CONNECT ", "TRACE ", "PRI "];

    internal static void Run(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
        {
            return;
        }

        var random = new Random(data[0]);
        var request = Requests[random.Next(Requests.Length)];
        byte[] sent = [.. Encoding.ASCII.GetBytes(request[..random.Next(request.Length + 1)]), .. data[1..]];
        var first = default(FirstBytes);
        var answer = Detected.Undecided;
        foreach (var piece in Cuts.Random(sent, random))
        {
            answer = first.Inspect(piece);
        }

        Assert.Equal(Obvious(Encoding.Latin1.GetString(sent)), answer);
    }

    private static Detected Obvious(string sent)
    {
        if (Requests.Any(request => sent.StartsWith(request, StringComparison.Ordinal)))
        {
            return Detected.Http;
        }

        if (sent.StartsWith("\u0016\u0003", StringComparison.Ordinal))
        {
            return Detected.Tls;
        }

        var maybe = Requests.Append("\u0016\u0003").Any(start => start.StartsWith(sent, StringComparison.Ordinal));
        return maybe ? Detected.Undecided : Detected.Plain;
    }
}
