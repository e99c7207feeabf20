namespace Confab.Protocols.Irc;

/// <summary>Who a message comes from: <c>servername / ( nickname [ "!" user ] [ "@" host ] )</c> (Modern IRC "Source").</summary>
/// <param name="Name">The nickname, or the server's name.</param>
/// <param name="User">The username; null if it is not said.</param>
/// <param name="Host">The host; null if it is not said.</param>
public readonly record struct IrcSource(string Name, string? User = null, string? Host = null)
{
    /// <summary>Takes a source apart. Every text is one: the last "@" begins the host, the first "!" before it the username.</summary>
    /// <param name="source">The source without ":".</param>
    /// <returns>The parts.</returns>
    public static IrcSource Parse(string source)
    {
        var at = source.LastIndexOf('@');
        var host = at < 0 ? null : source[(at + 1)..];
        var front = at < 0 ? source : source[..at];
        var bang = front.IndexOf('!', StringComparison.Ordinal);
        return bang < 0 ? new IrcSource(front, null, host) : new IrcSource(front[..bang], front[(bang + 1)..], host);
    }

    /// <summary>The source as it stands on the wire, without ":".</summary>
    /// <returns><c>name[!user][@host]</c>.</returns>
    public override string ToString() => (User, Host) switch
    {
        (null, null) => Name,
        (null, _) => $"{Name}@{Host}",
        (_, null) => $"{Name}!{User}",
        _ => $"{Name}!{User}@{Host}",
    };
}
