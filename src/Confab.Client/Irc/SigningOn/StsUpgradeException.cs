namespace Confab.Client.Irc.SigningOn;

/// <summary>The server wants to be reached over TLS, at another port (IRCv3 sts, "The port key").</summary>
internal sealed class StsUpgradeException(int port) : Exception($"The server asks for TLS at port {port}.")
{
    public int Port { get; } = port;
}
