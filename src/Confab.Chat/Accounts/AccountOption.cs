namespace Confab.Chat.Accounts;

/// <summary>What the owner of an account may choose.</summary>
public enum AccountOption
{
    /// <summary>Whether its user stays present without a session: on, off, or empty for the server's default.</summary>
    AlwaysOn,

    /// <summary>Whether its nicknames are kept for those who are logged in to it: on, off, or empty for the server's default.</summary>
    Enforce,

    /// <summary>How the owner can be reached; empty for not at all.</summary>
    Email,
}
