namespace Confab.Chat.Permissions;

/// <summary>What somebody may or may not do in a room.</summary>
public enum Deed
{
    /// <summary>Read its history and search it.</summary>
    Read,

    Post,
    SetTopic,
    Kick,

    /// <summary>Change anything of its modes and lists; which of them is a question of rank.</summary>
    ChangeModes,

    Invite,

    /// <summary>Know that it exists: find it in lists and in what others are told about its members, with its topic and modes.</summary>
    SeeRoom,

    /// <summary>Know who sits in it and who is on its lists.</summary>
    SeeMembers,

    /// <summary>Know its key.</summary>
    SeeKey,

    /// <summary>Ask to be let in.</summary>
    Knock,

    /// <summary>Make it one's own.</summary>
    Register,

    /// <summary>Decide over its registration: who has which rank in it for good, whose it is, and whether it is anybody's.</summary>
    Own,

    /// <summary>Speak to everybody as the server.</summary>
    Announce,
}
