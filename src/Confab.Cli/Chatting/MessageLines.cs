using System.Globalization;
using Confab.Cli.Terminal;
using Confab.Protocols.Json;

namespace Confab.Cli.Chatting;

/// <summary>Events of the json protocol as people read them.</summary>
/// <param name="colors">How many colours the screen has.</param>
/// <param name="zone">Where the reader's clock hangs; null: no times.</param>
internal sealed class MessageLines(ColorDepth colors, TimeZoneInfo? zone)
{
    /// <summary>The lines of an event; none for what nobody needs to read.</summary>
    /// <param name="said">The event.</param>
    /// <param name="here">The room that needs no naming; null: none does.</param>
    public IEnumerable<TextRun[]> Of(JsonEvent said, string? here)
    {
        var front = Front(said, here);
        switch (said.Type)
        {
            case JsonTypes.Message or JsonTypes.Topic:
                return Entry(said, front);
            case JsonTypes.Private:
                return Lines(said.Text, line => [.. front, "(private) ", Name(said.From), ": ", line]);
            case JsonTypes.Notice:
                return Lines(said.Text, line => [.. front, "* ", line]);
            default:
                return Note(said) is { } note ? [[.. front, new TextRun("* " + note, TextColor.Quiet(colors))]] : [];
        }
    }

    private static string? Note(JsonEvent said) => said.Type switch
    {
        JsonTypes.Join => $"{said.Nick} joined",
        JsonTypes.Part => $"{said.Nick} left{Because(said.Reason)}",
        JsonTypes.Kick => $"{said.Nick} was removed by {said.By}{Because(said.Reason)}",
        JsonTypes.Rename => $"{said.From} is now {said.To}",
        JsonTypes.Error => said.Text,
        _ => null,
    };

    private static string Because(string? reason) => string.IsNullOrEmpty(reason) ? "" : $" ({reason})";

    // Somebody's line end must not begin a line that looks like another person's.
    private static IEnumerable<TextRun[]> Lines(string? text, Func<string, TextRun[]> line) =>
        (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(line);

    private IEnumerable<TextRun[]> Entry(JsonEvent said, TextRun[] front)
    {
        if (said.Type == JsonTypes.Topic || said.Kind == JsonKinds.Topic)
        {
            var verb = string.IsNullOrEmpty(said.Text) ? "cleared the topic" : "set the topic: ";
            return Lines(said.Text, line => [.. front, "* ", Name(said.By ?? said.From), " ", verb, line]);
        }

        return said.Kind switch
        {
            JsonKinds.Action => Lines(said.Text, line => [.. front, "* ", Name(said.From), " ", line]),
            JsonKinds.Notice => Lines(said.Text, line => [.. front, "-", Name(said.From), "- ", line]),
            _ => Lines(said.Text, line => [.. front, Name(said.From), ": ", line]),
        };
    }

    private TextRun Name(string? nickname) => new(nickname ?? "?", NicknameColor.Of(nickname ?? "?", colors));

    private TextRun[] Front(JsonEvent said, string? here)
    {
        var front = new List<TextRun>();
        if (zone is not null && JsonTime.TryParse(said.Time, out var time))
        {
            var local = TimeZoneInfo.ConvertTime(time, zone).ToString("HH:mm ", CultureInfo.InvariantCulture);
            front.Add(new TextRun(local, TextColor.Quiet(colors)));
        }

        if (said.Room is not null && !said.Room.Equals(here, StringComparison.OrdinalIgnoreCase))
        {
            front.Add(new TextRun(said.Room + " ", TextColor.Quiet(colors)));
        }

        return [.. front];
    }
}
