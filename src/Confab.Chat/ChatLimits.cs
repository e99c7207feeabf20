namespace Confab.Chat;

/// <summary>The bounds that the rules keep. Reasons and ranges stand beside the settings of the same names.</summary>
public sealed class ChatLimits
{
    /// <summary>Longest nickname, in code points.</summary>
    public int NicknameLength { get; set; } = 32;

    /// <summary>Longest message, in UTF-8 bytes after cleaning.</summary>
    public int MessageBytes { get; set; } = 64 * 1024;

    /// <summary>Longest topic, in UTF-8 bytes.</summary>
    public int TopicBytes { get; set; } = 1024;

    /// <summary>Longest reason for a part, quit or kick, in UTF-8 bytes; longer ones are cut.</summary>
    public int ReasonBytes { get; set; } = 512;

    /// <summary>Most rooms that one session sits in.</summary>
    public int RoomsPerSession { get; set; } = 50;

    /// <summary>Most rooms of the server.</summary>
    public int Rooms { get; set; } = 10_000;

    /// <summary>Most entries of each list of a room: bans, exemptions, those who need no invitation, accounts with a rank.</summary>
    public int ListEntries { get; set; } = 100;

    /// <summary>Most rooms that are registered for one account.</summary>
    public int RoomsPerAccount { get; set; } = 50;

    /// <summary>Most invitations that wait for one user; the oldest gives way.</summary>
    public int Invitations { get; set; } = 50;

    /// <summary>Most rooms and conversations for which it is kept how far one user has read.</summary>
    public int ReadMarkers { get; set; } = 1000;

    /// <summary>Most accounts of the server.</summary>
    public int Accounts { get; set; } = 100_000;

    /// <summary>Longest password, in UTF-8 bytes.</summary>
    public int PasswordBytes { get; set; } = 1024;

    /// <summary>Most bans of people and addresses.</summary>
    public int Bans { get; set; } = 10_000;

    /// <summary>Longest text that says why somebody is away, in UTF-8 bytes; longer ones are cut.</summary>
    public int AwayBytes { get; set; } = 390;

    /// <summary>Longest real name, in UTF-8 bytes.</summary>
    public int RealNameBytes { get; set; } = 128;

    /// <summary>How many of those who left are remembered.</summary>
    public int PastUsers { get; set; } = 1000;
}
