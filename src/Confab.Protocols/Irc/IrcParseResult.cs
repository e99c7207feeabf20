namespace Confab.Protocols.Irc;

/// <summary>What a line turned out to be.</summary>
public enum IrcParseResult
{
    /// <summary>A message.</summary>
    Message,

    /// <summary>Nothing, or only spaces: to be ignored silently (Modern IRC "Message Format").</summary>
    Empty,

    /// <summary>No message: the command is missing, or a CR, LF or NUL is inside.</summary>
    Malformed,

    /// <summary>
    /// What follows the tags is not UTF-8. The message that comes with it has the tags and the command but no parameters,
    /// so that the refusal (<c>FAIL command INVALID_UTF8</c>, IRCv3 utf8-only) can carry the command and the label.
    /// </summary>
    NotUtf8,
}
