using Confab.Cli.Terminal;

namespace Confab.Cli.Chatting;

/// <summary>A line of a classic dialect with its speaker in colour: <c>&lt;name&gt; text</c> or <c>name: text</c>, in whatever form that dialect has.</summary>
internal static class ClassicLine
{
    /// <summary>A colon further on belongs to the text.</summary>
    private const int LongestSpeaker = 48;

    public static TextRun[] Runs(string line, ColorDepth colors)
    {
        var length = SpeakerLength(line);
        return length == 0
            ? [line]
            : [new TextRun(line[..length], NicknameColor.Of(line[..length].Trim('<', '>'), colors)), line[length..]];
    }

    private static int SpeakerLength(string line)
    {
        if (line.StartsWith('<'))
        {
            return line.IndexOf("> ", StringComparison.Ordinal) + 1;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= LongestSpeaker && !line.StartsWith('*') ? colon : 0;
    }
}
