namespace Confab.Client.Irc;

/// <summary>How something is said.</summary>
public enum IrcMessageKind
{
    /// <summary>PRIVMSG.</summary>
    Message,

    /// <summary>NOTICE: nobody answers it by itself.</summary>
    Notice,

    /// <summary>PRIVMSG with CTCP ACTION: what somebody does.</summary>
    Action,
}
