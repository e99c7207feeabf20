namespace Confab.Protocols.Telnet;

/// <summary>The command bytes of RFC 854 that decide how many bytes belong to a sequence.</summary>
internal static class TelnetCommand
{
    /// <summary>Ends what <see cref="Subnegotiate"/> began; also the lowest command byte.</summary>
    internal const byte EndSubnegotiation = 240;

    internal const byte Subnegotiate = 250;
    internal const byte Will = 251;
    internal const byte Wont = 252;
    internal const byte Do = 253;
    internal const byte Dont = 254;

    /// <summary>"Interpret as command": begins each sequence.</summary>
    internal const byte Escape = 255;
}
