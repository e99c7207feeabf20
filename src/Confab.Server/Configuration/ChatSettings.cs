using static Confab.Server.Configuration.SettingsTable;

namespace Confab.Server.Configuration;

/// <summary>The bounds that the rules keep.</summary>
internal static class ChatSettings
{
    public static IEnumerable<Setting<ServerOptions>> All { get; } =
    [
        Number("limits.nicknameLength", 9, 64, "code points",
            "Longest nickname: room for a full name, short enough to stand before every line.",
            options => options.Chat.NicknameLength, (options, value) => options.Chat.NicknameLength = value),
        Number("limits.messageBytes", 512, 1024 * 1024, "bytes of UTF-8",
            "Longest message; a pasted log fits. It is found while reading, so a longer one never fills memory.",
            options => options.Chat.MessageBytes, (options, value) => options.Chat.MessageBytes = value),
        Number("limits.topicBytes", 64, 16 * 1024, "bytes of UTF-8",
            "Longest topic: it is sent to everybody who joins.",
            options => options.Chat.TopicBytes, (options, value) => options.Chat.TopicBytes = value),
        Number("limits.reasonBytes", 32, 8 * 1024, "bytes of UTF-8",
            "Longest reason for a part, quit or kick; a longer one is cut, because leaving must not fail.",
            options => options.Chat.ReasonBytes, (options, value) => options.Chat.ReasonBytes = value),
        Number("limits.roomsPerSession", 1, 10_000, "rooms",
            "Most rooms that one session sits in: no single one makes the server keep thousands of rooms alive.",
            options => options.Chat.RoomsPerSession, (options, value) => options.Chat.RoomsPerSession = value),
        Number("limits.rooms", 1, 1_000_000, "rooms",
            "Most rooms of the server, since joining creates them and rooms with history stay.",
            options => options.Chat.Rooms, (options, value) => options.Chat.Rooms = value),
        Number("limits.listEntries", 1, 10_000, "entries",
            "Most entries of each list of a room (bans, exemptions, invitation exemptions, accounts with a rank): every one is asked at each join.",
            options => options.Chat.ListEntries, (options, value) => options.Chat.ListEntries = value),
        Number("limits.roomsPerAccount", 0, 10_000, "rooms",
            "Most rooms that are registered for one account: they stay when nobody sits in them.",
            options => options.Chat.RoomsPerAccount, (options, value) => options.Chat.RoomsPerAccount = value),
        Number("limits.invitations", 1, 10_000, "invitations",
            "Most invitations that wait for one user; the oldest gives way to the newest, so that nobody can fill a memory with them.",
            options => options.Chat.Invitations, (options, value) => options.Chat.Invitations = value),
        Number("limits.readMarkers", 1, 100_000, "markers",
            "Most rooms and conversations for which it is kept how far one user has read: every one takes a record of the store.",
            options => options.Chat.ReadMarkers, (options, value) => options.Chat.ReadMarkers = value),
        Number("limits.awayBytes", 32, 8 * 1024, "bytes of UTF-8",
            "Longest text that says why somebody is away; a longer one is cut. Up to here it fits a line of 512 bytes with everything before it.",
            options => options.Chat.AwayBytes, (options, value) => options.Chat.AwayBytes = value),
        Number("limits.realNameBytes", 16, 1024, "bytes of UTF-8",
            "Longest real name: it stands in every answer about a person, behind their username and host.",
            options => options.Chat.RealNameBytes, (options, value) => options.Chat.RealNameBytes = value),
        Number("limits.pastUsers", 0, 1_000_000, "users",
            "How many of those who left or took another nickname are remembered for WHOWAS; the oldest gives way to the newest.",
            options => options.Chat.PastUsers, (options, value) => options.Chat.PastUsers = value),
    ];
}
