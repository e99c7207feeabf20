namespace Confab.Dialects.Irc.Commands;

/// <summary>When a command may be used.</summary>
internal enum IrcState
{
    /// <summary>At any time.</summary>
    Any,

    /// <summary>Before registration only.</summary>
    Unregistered,

    /// <summary>After registration only.</summary>
    Registered,
}
