using System.Net;

namespace Confab.Transport.Limits;

/// <summary>Addresses as limits and people see them.</summary>
public static class PeerAddress
{
    /// <summary>An IPv4 address stays one, also where a socket or a header writes it as an IPv6 one.</summary>
    public static IPEndPoint Plain(IPEndPoint peer) =>
        peer.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(peer.Address.MapToIPv4(), peer.Port) : peer;

    /// <summary>True when one of the networks holds the address.</summary>
    public static bool IsIn(IReadOnlyList<IPNetwork> networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
            {
                return true;
            }
        }

        return false;
    }
}
