using System.Text;
using Confab.Chat.Messages;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Framing;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Showing;

/// <summary>
/// What somebody said as the lines that it takes: one for each line of the text, and more where it does not fit. Nothing is cut
/// within a character; only the first line is the message itself, with its id and tags.
/// </summary>
internal static class IrcSpeech
{
    private const string ActionFront = "\x01" + "ACTION ";
    private const string ActionEnd = "\x01";

    // So near to the end of a line it is better to break between words.
    private const int WordBytes = 40;

    // Beside source, command, target and text: ":", " ", " ", " :", CR and LF.
    private const int MarkBytes = 7;

    // The longest names leave little of a line; a character must fit anyhow.
    private const int LeastTextBytes = 16;

    /// <summary>The lines of a text.</summary>
    /// <param name="first">The first of them: its source, time and tags; command and parameters are filled in.</param>
    /// <param name="kind">A message, an action or a notice.</param>
    /// <param name="target">To whom, as the line names it.</param>
    /// <param name="text">The text with its formatting; lines end with LF.</param>
    /// <param name="oneEach">
    /// True: each line of the text takes one line, and what does not fit is cut off, as every IRC server does with what its own clients send: they
    /// know what fits, and count the lines.
    /// </param>
    public static List<IrcLine> Lines(IrcLine first, MessageKind kind, string target, string text, bool oneEach = false)
    {
        var command = kind == MessageKind.Notice ? "NOTICE" : "PRIVMSG";
        var (front, end) = kind == MessageKind.Action ? (ActionFront, ActionEnd) : ("", "");
        var fixedBytes = MarkBytes + Utf8Bytes(first.Source) + command.Length + Utf8Bytes(target) + front.Length + end.Length;
        var room = Math.Max(IrcLimits.BodyBytes - fixedBytes, LeastTextBytes);
        var lines = new List<IrcLine>(1);
        foreach (var line in text.Split('\n'))
        {
            // An empty line would be no message.
            var rest = line.Length == 0 ? " " : line;
            while (rest.Length > 0)
            {
                var part = Cut(rest, room);
                lines.Add(new IrcLine(first.Source, command, target, front + rest[..part] + end)
                {
                    Time = first.Time,
                    Account = first.Account,
                    IsFromBot = first.IsFromBot,
                    Id = lines.Count == 0 ? first.Id : null,
                    ClientTags = lines.Count == 0 ? first.ClientTags : null,
                    EndsWithText = true,
                });
                rest = oneEach ? string.Empty : rest[part..];
            }
        }

        return lines;
    }

    private static int Utf8Bytes(string? text) => Encoding.UTF8.GetByteCount(text ?? "");

    private static int Cut(string text, int maxBytes)
    {
        if (text.Length * 3 <= maxBytes || Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text.Length;
        }

        var utf8 = Encoding.UTF8.GetBytes(text);
        var bytes = GraphemeCut.Cut(utf8, maxBytes) is > 0 and var whole ? whole : Utf8Cut.Cut(utf8, maxBytes);
        var space = utf8.AsSpan(0, bytes).LastIndexOf((byte)' ');
        if (space >= bytes - WordBytes && space > 0)
        {
            bytes = space + 1;
        }

        return Encoding.UTF8.GetCharCount(utf8.AsSpan(0, bytes));
    }
}
