namespace Confab.Chat.Sessions;

/// <summary>How a session is present among the others.</summary>
public enum Presence
{
    /// <summary>Its joins and leaves are told: a person who chose a nickname.</summary>
    Announced,

    /// <summary>
    /// It comes and goes without a word, because in its system opening a connection says nothing: a port scan or a browser's stray
    /// request on such a door must not make lines in the room. It is listed, heard and reachable like any other.
    /// </summary>
    Quiet,

    /// <summary>The operator's console: sees everything, sits in no room, and is not listed.</summary>
    Operator,
}
