using System.Net;
using Confab.Transport.Limits;

namespace Confab.Transport.Proxies;

/// <summary>
/// Reads the header <c>X-Forwarded-For</c>: each proxy on the way adds, at the end, whom it speaks for. Only what trusted proxies added counts;
/// what stands before it, anybody may have written.
/// </summary>
public static class ForwardedFor
{
    /// <summary>The peer that the last of the trusted proxies speaks for; the peer itself where it is not trusted or says nothing usable.</summary>
    /// <param name="peer">Who is connected.</param>
    /// <param name="header">The header's value; where it came several times, the values in order with commas between them.</param>
    /// <param name="trusted">Who is believed.</param>
    public static IPEndPoint Read(IPEndPoint peer, string? header, IReadOnlyList<IPNetwork> trusted)
    {
        if (header is null)
        {
            return peer;
        }

        var entries = header.Split(',', StringSplitOptions.TrimEntries);
        for (var i = entries.Length - 1; i >= 0 && PeerAddress.IsIn(trusted, peer.Address); i--)
        {
            // An address with or without its port; "unknown" and the like end what can be believed.
            if (!IPEndPoint.TryParse(entries[i], out var before) || !entries[i].AsSpan().ContainsAny('.', ':'))
            {
                break;
            }

            peer = PeerAddress.Plain(before);
        }

        return peer;
    }
}
