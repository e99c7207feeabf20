namespace Confab.Chat.Sessions;

/// <summary>What a user is, apart from rooms. The letters are those of IRC.</summary>
[Flags]
public enum UserModes : byte
{
    None = 0,

    /// <summary><c>i</c>: left out of lists that are made for those who share no room with the user.</summary>
    Invisible = 1,

    /// <summary><c>o</c>: an operator of the server.</summary>
    ServerOperator = 2,

    /// <summary><c>B</c>: a bot.</summary>
    Bot = 4,

    /// <summary><c>R</c>: takes private messages only from users with an account.</summary>
    RegisteredOnly = 8,

    /// <summary><c>w</c>: hears what operators of the server say to all of their kind.</summary>
    Wallops = 16,
}
