namespace Confab.Chat.Rooms;

/// <summary>What a room is set to, each with the letter that IRC gives it.</summary>
[Flags]
public enum RoomFlags
{
    None = 0,

    /// <summary>i: only who was invited, or is on the list of those who need no invitation, may enter.</summary>
    InviteOnly = 1,

    /// <summary>m: only members with a rank may speak.</summary>
    Moderated = 2,

    /// <summary>n: only members may speak.</summary>
    NoExternalMessages = 4,

    /// <summary>s: the room is shown to its members only.</summary>
    Secret = 8,

    /// <summary>t: the topic belongs to those who keep order.</summary>
    TopicLocked = 16,

    /// <summary>C: no CTCP but ACTION.</summary>
    NoCtcp = 32,

    /// <summary>M: only who is signed in to an account may speak, unless voiced.</summary>
    AccountToSpeak = 64,

    /// <summary>R: only who is signed in to an account may enter.</summary>
    AccountToJoin = 128,

    /// <summary>u: plain members do not see each other, only those with a rank.</summary>
    Auditorium = 256,
}
