using System.Collections.Concurrent;
using System.Globalization;

namespace Confab.Client.Irc;

/// <summary>
/// Which hosts are to be reached over TLS only, as they said themselves (IRCv3 sts). Kept in memory; safe for use from several threads.
/// </summary>
public sealed class StsPolicies
{
    private readonly ConcurrentDictionary<string, (int Port, DateTimeOffset Until)> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a host may only be reached over TLS now.</summary>
    /// <param name="host">The host as it is connected to.</param>
    /// <param name="now">The time.</param>
    public bool IsForced(string host, DateTimeOffset now) => _hosts.TryGetValue(host, out var policy) && policy.Until > now;

    /// <summary>The value of a key of the capability, as in <c>port=6697,duration=2592000</c>.</summary>
    internal static long? Value(string capability, string key)
    {
        foreach (var token in capability.Split(','))
        {
            if (token.Length > key.Length && token[key.Length] == '=' && token.StartsWith(key, StringComparison.Ordinal)
                && long.TryParse(token.AsSpan(key.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The door to go through in place of this one.</summary>
    /// <exception cref="ConnectFailedException">Only TLS is allowed, and there is no such way known.</exception>
    internal IrcDoor Apply(IrcDoor door, DateTimeOffset now)
    {
        if (door.IsSecure || !IsForced(door.Address.Host, now))
        {
            return door;
        }

        return door.Transport == IrcTransport.Tcp
            ? door with { Transport = IrcTransport.Tls, Address = door.Address with { Port = _hosts[door.Address.Host].Port } }
            : throw new ConnectFailedException(door.Address, "the server asked to be reached over TLS only; use wss in place of ws.");
    }

    /// <summary>A host said over TLS for how long it wants nothing else. Called again when the connection ends, for the time counts from then.</summary>
    internal void Learn(ServerAddress address, long seconds, DateTimeOffset now)
    {
        if (seconds == 0)
        {
            _hosts.TryRemove(address.Host, out _);
            return;
        }

        var left = (DateTimeOffset.MaxValue - now).TotalSeconds;
        _hosts[address.Host] = (address.Port, seconds < left ? now.AddSeconds(seconds) : DateTimeOffset.MaxValue);
    }
}
