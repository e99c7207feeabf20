namespace Confab.Dialects.Irc.Commands.Queries;

/// <summary>Hosts and addresses as parameters.</summary>
internal static class HostText
{
    /// <summary>The address that is told to those who may not know the true one (IRCv3 whox).</summary>
    public const string Hidden = "255.255.255.255";

    /// <summary>The same address or host in a form that does not begin with a colon, which would end the parameters (Modern IRC, RPL_WHOISUSER).</summary>
    public static string Of(string host) => host.StartsWith(':') ? $"0{host}" : host;
}
