using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Confab.Protocols.Json;

namespace Confab.Cli.Chatting;

/// <summary>The table of commands of the rich protocol.</summary>
internal static class ChatVerbs
{
    private const int UsualHistory = 20;
    private const int MostHistory = 1000;

    private static readonly ChatVerb[] s_all =
    [
        new("help", "/help", "show this list", (chat, _) => Done(() => Help(chat))),
        new("nick", "/nick NAME", "take another nickname", (chat, rest) => chat.RenameAsync(rest)) { Accepts = IsSomething },
        new("msg", "/msg NAME text", "say something to one person", (chat, rest) => chat.TellAsync(Split(rest))) { Accepts = IsTwoWords },
        new("me", "/me text", "say what you do", (chat, rest) => chat.SayAsync(rest, JsonKinds.Action)) { Accepts = IsSomething },
        new("join", "/join #ROOM", "enter a room, or speak there from now on", (chat, rest) => chat.JoinAsync(rest)) { Accepts = IsSomething, ChangesRoom = true },
        new("part", "/part [#ROOM] [reason]", "leave a room", Part) { ChangesRoom = true },
        new("list", "/list", "list the rooms", (chat, _) => chat.ListRoomsAsync()),
        new("who", "/who [#ROOM]", "list who is in a room", (chat, rest) => chat.ListMembersAsync(rest)),
        new("topic", "/topic [text]", "show or set the room's topic; - clears it", (chat, rest) => chat.TopicAsync(rest)),
        new("history", "/history [n]", "show the last n messages of the room", (chat, rest) => chat.ShowHistoryAsync(Count(rest))) { Accepts = IsCount },
        new("search", "/search words", "find messages that have all the words", (chat, rest) => chat.SearchAsync(rest)) { Accepts = IsSomething },
        new("kick", "/kick NAME [reason]", "remove somebody from the room", (chat, rest) => chat.KickAsync(Split(rest))) { Accepts = IsSomething },
        new("quit", "/quit [reason]", "leave", (chat, rest) => Done(() => chat.Quit(rest))),
    ];

    private static readonly Dictionary<string, ChatVerb> s_byWord = s_all.ToDictionary(verb => verb.Word, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Words => s_all.Select(verb => "/" + verb.Word);

    /// <summary>Splits a line that begins with a slash into its command and what follows.</summary>
    public static bool TryFind(string line, [NotNullWhen(true)] out ChatVerb? verb, out string rest)
    {
        (var word, rest) = Split(line[1..]);
        return s_byWord.TryGetValue(word, out verb);
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static void Help(RichChat chat)
    {
        foreach (var verb in s_all)
        {
            chat.Show($"* {verb.Usage,-24} {verb.Help}");
        }

        chat.Show("* Everything else is said in the room; a message that begins with a slash needs two.");
    }

    private static Task Part(RichChat chat, string rest)
    {
        var (room, reason) = rest.StartsWith('#') ? Split(rest) : ("", rest);
        return chat.PartAsync(room, reason);
    }

    private static bool IsSomething(string rest) => rest.Length > 0;

    private static bool IsTwoWords(string rest) => Split(rest) is { First.Length: > 0, Others.Length: > 0 };

    private static bool IsCount(string rest) => rest.Length == 0 || Count(rest) is >= 1 and <= MostHistory;

    private static int Count(string rest) =>
        rest.Length == 0 ? UsualHistory : int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static (string First, string Others) Split(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim(' '));
    }
}
