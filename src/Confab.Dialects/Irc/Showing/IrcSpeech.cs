using System.Text;
using Confab.Chat.Messages;
using Confab.Dialects.Irc.Replies;
using Confab.Protocols.Irc;

namespace Confab.Dialects.Irc.Showing;

/// <summary>
/// What somebody said as the lines that it takes: one for each line of the text, and more where it does not fit. Only the first line is the message
/// itself, with its id and tags.
/// </summary>
internal static class IrcSpeech
{
    private const string ActionFront = "\x01" + "ACTION ";
    private const string ActionEnd = "\x01";

    // Beside source, command, target and text: ":", " ", " ", " :", CR and LF.
    private const int MarkBytes = 7;

    // The longest names leave little of a line; a character must fit anyhow.
    private const int LeastTextBytes = 16;

    /// <summary>The command that says something of that kind.</summary>
    public static string Command(MessageKind kind) => kind == MessageKind.Notice ? "NOTICE" : "PRIVMSG";

    /// <summary>The lines of a text.</summary>
    /// <param name="first">The first of them: its source, time and tags; command and parameters are filled in.</param>
    /// <param name="kind">A message, an action or a notice.</param>
    /// <param name="target">To whom, as the line names it.</param>
    /// <param name="text">The text with its formatting; lines end with LF.</param>
    /// <param name="oneEach">As <see cref="Parts"/> takes it.</param>
    public static List<IrcLine> Lines(IrcLine first, MessageKind kind, string target, string text, bool oneEach = false)
    {
        var command = Command(kind);
        var lines = new List<IrcLine>(1);
        foreach (var part in Parts(first.Source, kind, target, text, oneEach))
        {
            lines.Add(new IrcLine(first.Source, command, target, kind == MessageKind.Action ? Action(part) : part.ToString())
            {
                Time = first.Time,
                Account = first.Account,
                IsFromBot = first.IsFromBot,
                Id = lines.Count == 0 ? first.Id : null,
                ClientTags = lines.Count == 0 ? first.ClientTags : null,
                EndsWithText = true,
            });
        }

        return lines;
    }

    /// <summary>The parts of a text that one line each has room for.</summary>
    /// <param name="source">Who says it, as the line names it.</param>
    /// <param name="kind">A message, an action or a notice.</param>
    /// <param name="target">To whom, as the line names it.</param>
    /// <param name="text">The text with its formatting; lines end with LF.</param>
    /// <param name="oneEach">
    /// True: each line of the text takes one line, and what does not fit is cut off, as every IRC server does with what its own clients send: they
    /// know what fits, and count the lines.
    /// </param>
    public static SpeechParts Parts(ReadOnlySpan<char> source, MessageKind kind, string target, string text, bool oneEach)
    {
        var marks = kind == MessageKind.Action ? ActionFront.Length + ActionEnd.Length : 0;
        var fixedBytes = MarkBytes + Encoding.UTF8.GetByteCount(source) + Command(kind).Length + Encoding.UTF8.GetByteCount(target) + marks;
        return new SpeechParts(text, Math.Max(IrcLimits.BodyBytes - fixedBytes, LeastTextBytes), oneEach);
    }

    /// <summary>A part of what somebody does, with CTCP's marks around it.</summary>
    public static string Action(ReadOnlySpan<char> part) => string.Concat(ActionFront, part, ActionEnd);
}
