namespace Confab.Chat.Permissions;

/// <summary>What somebody may or may not do in a room.</summary>
public enum Deed
{
    /// <summary>Read its history, search it, list its members.</summary>
    Read,

    Post,
    SetTopic,
    Kick,

    /// <summary>Speak to everybody as the server.</summary>
    Announce,
}
