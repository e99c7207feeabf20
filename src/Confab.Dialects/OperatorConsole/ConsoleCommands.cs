using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.OperatorConsole;

/// <summary>The console's table of commands, and how a line is read with it.</summary>
internal static class ConsoleCommands
{
    private static readonly ConsoleCommand[] _all =
    [
        new("reply", "/reply NAME text", "answer one person; for a waiting client of the operator dialect it is the reply", ReadPrivate),
        new("msg", "/msg NAME text", "the same", ReadPrivate),
        new("who", "/who [#ROOM]", "list who is in a room", (rest, home) => rest.Length == 0 ? new ListMembers(home) : OfRoom(rest)),
        new("rooms", "/rooms", "list the rooms", (_, _) => new ListRooms()),
        new("kick", "/kick NAME [reason]", "remove somebody from the default room", ReadKick),
        new("topic", "/topic [text]", "show or set the topic of the default room; - clears it", ReadTopic),
        new("help", "/help", "show this list", (_, _) => new ConsoleHelp()),
    ];

    public static IReadOnlyList<string> Help { get; } =
    [
        .. _all.Select(command => $"  {command.Usage} - {command.Help}"),
        "  exit - stop the server",
        "Everything else is said to everybody, as the server. A line that begins with a slash needs two.",
    ];

    /// <summary>What a line asks for; null for an empty line.</summary>
    public static Request? Read(string line, RoomName home)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        if (line[0] != '/')
        {
            return new Announce(line);
        }

        if (line.StartsWith("//", StringComparison.Ordinal))
        {
            return new Announce(line[1..]);
        }

        var (word, rest) = Split(line[1..]);
        foreach (var command in _all)
        {
            if (command.Word.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return command.Read(rest, home) ?? Reject(RefusalCode.MalformedInput, $"Usage: {command.Usage}");
            }
        }

        return Reject(RefusalCode.UnknownCommand, $"There is no command /{word}. /help lists them.");
    }

    private static SendPrivateMessage? ReadPrivate(string rest, RoomName home)
    {
        var (to, text) = Split(rest);
        return to.Length == 0 || text.Length == 0 ? null : new SendPrivateMessage(to, text);
    }

    private static KickMember? ReadKick(string rest, RoomName home)
    {
        var (name, reason) = Split(rest);
        return name.Length == 0 ? null : new KickMember(home, name, reason);
    }

    private static Request ReadTopic(string rest, RoomName home) => rest switch
    {
        "" => new ShowTopic(home),
        "-" => new SetTopic(home, string.Empty),
        _ => new SetTopic(home, rest),
    };

    private static Request OfRoom(string name) => RoomName.TryParse(name, out var room, out var problem)
        ? new ListMembers(room)
        : Reject(RefusalCode.RoomInvalid, problem);

    private static RejectInput Reject(RefusalCode code, string text) => new(new Refused(code, text));

    private static (string First, string Others) Split(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text, string.Empty) : (text[..space], text[(space + 1)..].Trim(' '));
    }
}
