namespace Confab.Chat.Accounts;

/// <summary>Who stays present without a session.</summary>
public enum AlwaysOnPolicy
{
    /// <summary>Nobody.</summary>
    Off,

    /// <summary>Whoever chose so for their account.</summary>
    Optional,

    /// <summary>Everybody who is logged in.</summary>
    Mandatory,
}
