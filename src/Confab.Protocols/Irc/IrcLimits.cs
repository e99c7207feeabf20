namespace Confab.Protocols.Irc;

/// <summary>The sizes that the IRC specifications name (Modern IRC "Message Format"; IRCv3 message-tags "Size limit"). All in bytes.</summary>
public static class IrcLimits
{
    /// <summary>The part of a line after the tags, its CR and LF counted: 512.</summary>
    public const int BodyBytes = 512;

    /// <summary>The tag data that one side may add to a message, "@" and the space not counted: 4094.</summary>
    public const int TagDataBytes = 4094;

    /// <summary>The whole tag section that a server must accept from a client, "@" and the space counted: 4096.</summary>
    public const int TagBytesFromClient = TagDataBytes + 2;

    /// <summary>The whole tag section that a client must accept from a server: the client's data, ";", and the server's: 8191.</summary>
    public const int TagBytesFromServer = TagDataBytes + 1 + TagDataBytes + 2;

    /// <summary>The most parameters that older software reads (Modern IRC "Parameters"): 15.</summary>
    public const int Parameters = 15;
}
