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

    /// <summary>
    /// Commands from outside the chat that act for the operator, such as <c>confab account</c>: may do what the console may, sees nothing, and is
    /// neither listed nor reached. What is said to the operator goes to the console all the while.
    /// </summary>
    Steward,
}
