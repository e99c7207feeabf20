using System.Globalization;
using Confab.Chat.Messages;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Dialects.Text;

/// <summary>The table of commands, and how a line is read with it.</summary>
internal static class TextCommands
{
    private const int DefaultHistory = 20;
    private const int SearchResults = 20;

    private static readonly TextCommand[] _all =
    [
        new("help", "/help", "show this list", (_, _) => new TextNote(Help())),
        new("nick", "/nick NAME", "take another nickname", (rest, _) => rest.Length == 0 ? null : new Rename(rest)),
        new("msg", "/msg NAME text", "say something to one person, on whatever door they are", ReadPrivate),
        new("me", "/me text", "say what you do", (rest, here) => rest.Length == 0 ? null : InRoom(here, room => new Post(room, rest, MessageKind.Action))),
        new("join", "/join #ROOM", "enter a room, and speak there from now on", (rest, _) => rest.Length == 0 ? null : OfRoom(rest, room => new JoinRoom(room, WithMembers: true))),
        new("part", "/part [#ROOM] [reason]", "leave a room", ReadPart),
        new("list", "/list", "list the rooms", (_, _) => new ListRooms()),
        new("who", "/who [#ROOM]", "list who is in a room", (rest, here) => rest.Length == 0 ? InRoom(here, room => new ListMembers(room)) : OfRoom(rest, room => new ListMembers(room))),
        new("topic", "/topic [text]", "show or set the room's topic; - clears it", ReadTopic),
        new("history", "/history [n]", "show the last n messages of the room", ReadHistory),
        new("search", "/search words", "find messages that have all the words, in your rooms", (rest, _) => rest.Length == 0 ? null : new SearchMessages(rest, Room: null, long.MaxValue, SearchResults)),
        new("kick", "/kick NAME [reason]", "remove somebody from a room that you opened", ReadKick),
        new("ping", "/ping [text]", "get an answer", (rest, _) => new TextNote([rest.Length == 0 ? "pong" : $"pong {rest}"])),
        new("quit", "/quit [reason]", "leave", (rest, _) => new SignOff(rest, ByWish: true)),
    ];

    private static readonly Dictionary<string, TextCommand> _byWord = _all.ToDictionary(command => command.Word, StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a line that leaves, before and after sign-on.</summary>
    public static bool IsQuit(string line) =>
        line.StartsWith('/') && _byWord.TryGetValue(Split(line[1..]).First, out var command) && command.Word == "quit";

    /// <summary>The few commands that need no nickname; null for every other line, which is a nickname.</summary>
    public static Request? ReadBeforeSignOn(string line, TextConversation here) =>
        line.StartsWith('/')
        && Split(line[1..]) is var (word, rest)
        && _byWord.TryGetValue(word, out var command)
        && command.Word is "help" or "ping" or "quit"
            ? command.Read(rest, here)
            : null;

    /// <summary>What a signed-on person's line asks for; null for an empty line.</summary>
    public static Request? Read(string line, TextConversation here)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        if (line[0] != '/')
        {
            return Say(line, here);
        }

        // Two slashes say one: /usr/bin is a path and no command.
        if (line.StartsWith("//", StringComparison.Ordinal))
        {
            return Say(line[1..], here);
        }

        var (word, rest) = Split(line[1..]);
        if (!_byWord.TryGetValue(word, out var command))
        {
            return new RejectInput(new Refused(RefusalCode.UnknownCommand, $"There is no command /{word}. /help lists them; a message that begins with a slash needs two."));
        }

        return command.Read(rest, here) ?? new RejectInput(new Refused(RefusalCode.MalformedInput, $"Usage: {command.Usage}"));
    }

    private static string[] Help() =>
        [.. _all.Select(command => $"{command.Usage} - {command.Help}"), "Everything else is said in the room."];

    private static SendPrivateMessage? ReadPrivate(string rest, TextConversation here)
    {
        var (to, text) = Split(rest);
        return to.Length == 0 || text.Length == 0 ? null : new SendPrivateMessage(to, text);
    }

    private static Request? ReadPart(string rest, TextConversation here)
    {
        if (!rest.StartsWith('#'))
        {
            return InRoom(here, room => new PartRoom(room, rest));
        }

        var (name, reason) = Split(rest);
        return OfRoom(name, room => new PartRoom(room, reason));
    }

    private static Request? ReadTopic(string rest, TextConversation here) => InRoom(here, room => rest switch
    {
        "" => new ShowTopic(room),
        "-" => new SetTopic(room, string.Empty),
        _ => new SetTopic(room, rest),
    });

    private static Request? ReadHistory(string rest, TextConversation here)
    {
        var count = DefaultHistory;
        if (rest.Length > 0 && (!int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count == 0))
        {
            return null;
        }

        return InRoom(here, room => new ReadHistory(room, After: 0, long.MaxValue, count, FromNewest: true));
    }

    private static Request? ReadKick(string rest, TextConversation here)
    {
        var (name, reason) = Split(rest);
        return name.Length == 0 ? null : InRoom(here, room => new KickMember(room, name, reason));
    }

    private static Request Say(string text, TextConversation here) => here.Current is { } room ? new Post(room, text) : Nowhere(here);

    private static Request InRoom(TextConversation here, Func<RoomName, Request> ask) => here.Current is { } room ? ask(room) : Nowhere(here);

    private static RejectInput Nowhere(TextConversation here) =>
        new(new Refused(RefusalCode.NotMember, $"You are in no room. /join {here.Home.Text} to talk."));

    private static Request OfRoom(string name, Func<RoomName, Request> ask) => RoomName.TryParse(name, out var room, out var problem)
        ? ask(room)
        : new RejectInput(new Refused(RefusalCode.RoomInvalid, problem));

    private static (string First, string Others) Split(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text, string.Empty) : (text[..space], text[(space + 1)..].Trim(' '));
    }
}
