namespace Confab.Protocols.Telnet;

/// <summary>Where in a telnet sequence the last read ended.</summary>
internal enum TelnetState : byte
{
    Text,
    Escape,
    OptionOfWill,
    OptionOfDo,
    OptionOfRefusal,
    Subnegotiation,
    SubnegotiationEscape,
}
