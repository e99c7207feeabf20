using System.Globalization;
using Confab.Chat.Messages;
using Confab.Engine.Delivery;
using Confab.Storage;

namespace Confab.Dialects.Text;

/// <summary>The lines that the text dialect is made of.</summary>
internal static class TextLines
{
    /// <summary>What the server has to say: <c>* bob joined</c>. Control characters of what it repeats are left out.</summary>
    public static void Note(string text, TickBuffer output) => End(output.Write("* "u8).Write(WithoutControls(text)));

    /// <summary>What somebody said or did.</summary>
    public static void Said(MessageKind kind, string nickname, ReadOnlySpan<char> line, TickBuffer output)
    {
        if (kind == MessageKind.Action)
        {
            output.Write("* "u8).Write(nickname).Write(" "u8);
        }
        else
        {
            output.Write("<"u8).Write(nickname).Write("> "u8);
        }

        End(output.Write(line));
    }

    /// <summary>An entry of the history, with its time in UTC and, where rooms are mixed, its room.</summary>
    public static void Past(LogEntry entry, bool withRoom, TickBuffer output)
    {
        var stamp = entry.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        foreach (var line in entry.Text.AsSpan().EnumerateLines())
        {
            output.Write("["u8).Write(stamp).Write("] "u8);
            if (withRoom)
            {
                output.Write(entry.Room).Write(" "u8);
            }

            if (entry.Kind == MessageKind.Topic)
            {
                Note(line.IsEmpty ? $"{entry.Author} cleared the topic" : $"{entry.Author} set the topic: {line}", output);
            }
            else
            {
                Said(entry.Kind, entry.Author, line, output);
            }
        }
    }

    public static void End(TickBuffer output) => output.Write("\n"u8).EndMessage();

    private static string WithoutControls(string text)
    {
        foreach (var one in text)
        {
            if (IsUnwanted(one))
            {
                return string.Concat(text.Where(other => !IsUnwanted(other)));
            }
        }

        return text;
    }

    private static bool IsUnwanted(char one) => char.IsControl(one) && one != '\t';
}
