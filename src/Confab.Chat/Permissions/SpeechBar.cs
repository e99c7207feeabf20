namespace Confab.Chat.Permissions;

/// <summary>What keeps somebody from speaking in a room.</summary>
public enum SpeechBar
{
    None,

    /// <summary>Only members speak there (n).</summary>
    NotMember,

    /// <summary>Only members with a rank speak there (m).</summary>
    Moderated,

    /// <summary>They are banned.</summary>
    Banned,

    /// <summary>They are muted.</summary>
    Muted,

    /// <summary>Only who is signed in to an account speaks there (M).</summary>
    AccountNeeded,
}
