using System.Globalization;
using Confab.Chat.Messages;

namespace Confab.Simulation.Tests.Oracle;

/// <summary>What stands before somebody's words on each door, told from the protocols' pages and not from the server's code.</summary>
internal static class Prefix
{
    private const string Lobby = "#lobby";

    public static string Of(string door, Entry entry)
    {
        var action = entry.Kind == MessageKind.Action ? "* " : string.Empty;
        var author = entry.Said?.Visit is { } visit && visit.Door == door ? visit.Port : (int?)null;
        return door switch
        {
            "text" => (entry.Room == Lobby ? string.Empty : $"{entry.Room} ") + Text(entry),
            "relay" => $"{author?.ToString(CultureInfo.InvariantCulture) ?? entry.Author}:{action}",
            "console" => $"<{(author is { } port ? Tuple(port) : entry.Author)}> {action}",
            "nul" => $"{(author is { } port ? Tuple(port) : entry.Author)}: {action}",
            "operator" => entry.Kind == MessageKind.Notice ? string.Empty : $"{entry.Author}: {action}",
            _ => $"{entry.Author}: {action}",
        };
    }

    public static string OfPast(Entry entry, bool withRoom)
    {
        var stamp = entry.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"[{stamp}] {(withRoom ? $"{entry.Room} " : string.Empty)}{Text(entry)}";
    }

    private static string Text(Entry entry) => entry.Kind switch
    {
        MessageKind.Topic => $"* {entry.Author} set the topic: ",
        MessageKind.Action => $"* {entry.Author} ",
        _ => $"<{entry.Author}> ",
    };

    private static string Tuple(int port) => $"('127.0.0.1', {port})";
}
