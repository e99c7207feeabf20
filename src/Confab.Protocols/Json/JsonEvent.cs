using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Confab.Protocols.Json;

/// <summary>
/// What the server says in the json protocol, unasked or as the reply to a command: one flat object for all; which properties
/// there are is decided by <see cref="Type"/> and listed in <c>docs/protocols/json.md</c>. Properties that are null are not written.
/// </summary>
/// <remarks>Lists are compared by reference, so two parsed events with equal lists are not equal.</remarks>
/// <example>
/// <code>
/// JsonEvent.Write(output, new JsonEvent { Type = JsonTypes.Error, Code = JsonErrors.NotMember, Text = "Join #tea first." });
/// </code>
/// </example>
public sealed record JsonEvent
{
    /// <summary>One of <see cref="JsonTypes"/>; empty in a parsed event that had none.</summary>
    // Generated code hands in null where the line has no type.
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>Replies: the label of the command that this answers.</summary>
    public string? Label { get; init; }

    /// <summary>The name of the room that this is about, with its "#".</summary>
    public string? Room { get; init; }

    /// <summary>welcome: the session's own nickname. join, part, kick: whom it is about.</summary>
    public string? Nick { get; init; }

    /// <summary>kick, topic: who did it.</summary>
    public string? By { get; init; }

    /// <summary>message, private: who said it. rename: the old nickname.</summary>
    public string? From { get; init; }

    /// <summary>private: whom it is for. rename: the new nickname.</summary>
    public string? To { get; init; }

    /// <summary>The text of a message, topic, notice or error.</summary>
    public string? Text { get; init; }

    /// <summary>message, private: one of <see cref="JsonKinds"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>The number of the message in its room: 1, 2, 3, … without gaps.</summary>
    public long? Number { get; init; }

    /// <summary>The id of the message, unique everywhere: 32 hexadecimal digits.</summary>
    public string? Id { get; init; }

    /// <summary>When the message was accepted, as <see cref="JsonTime"/> writes it.</summary>
    public string? Time { get; init; }

    /// <summary>part, kick, bye: why.</summary>
    public string? Reason { get; init; }

    /// <summary>welcome: the name of the server.</summary>
    public string? Server { get; init; }

    /// <summary>welcome: the version of the server.</summary>
    public string? Version { get; init; }

    /// <summary>joined: the room's topic, where it has one.</summary>
    public string? Topic { get; init; }

    /// <summary>joined: the number of the room's last message; 0 where there is none.</summary>
    public long? Last { get; init; }

    /// <summary>sent: the key of the command.</summary>
    public long? Key { get; init; }

    /// <summary>sent: true if the key was known, so that nothing new was posted and this describes the first message.</summary>
    public bool? Duplicate { get; init; }

    /// <summary>error: one of <see cref="JsonErrors"/>.</summary>
    public string? Code { get; init; }

    /// <summary>members: who is in the room.</summary>
    public IReadOnlyList<JsonMember>? Members { get; init; }

    /// <summary>rooms: the rooms that the session may see.</summary>
    public IReadOnlyList<JsonRoom>? Rooms { get; init; }

    /// <summary>history: events of type message.</summary>
    public IReadOnlyList<JsonEvent>? Messages { get; init; }

    /// <summary>history: whether there are more messages in the direction that was asked for.</summary>
    public bool? More { get; init; }

    /// <summary>Reads one line. Unknown properties are ignored.</summary>
    /// <param name="line">The line without its LF.</param>
    /// <param name="parsed">The event, or null. Its lists have no null in them.</param>
    /// <param name="error">What was wrong, naming the property and its value where there is one, or null.</param>
    /// <returns>Whether there is an event. Any text gives an answer, never an exception.</returns>
    public static bool Parse(
        string line,
        [NotNullWhen(true)] out JsonEvent? parsed,
        [NotNullWhen(false)] out string? error)
    {
        if (JsonLine.Parse(line, JsonLineContext.Default.JsonEvent, out parsed, out error) && HasNullInList(parsed))
        {
            parsed = null;
            error = "A list in the event has a null in it; leave that entry out.";
        }

        return parsed is not null;
    }

    /// <summary>Writes an event as one line of UTF-8 with its LF.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="value">The event; unpaired surrogates in its strings become U+FFFD.</param>
    public static void Write(IBufferWriter<byte> output, JsonEvent value) =>
        JsonLine.Write(output, value, JsonLineContext.Default.JsonEvent);

    /// <summary>The type system promises no nulls in lists; JSON from elsewhere does not.</summary>
    private static bool HasNullInList(JsonEvent parsed) =>
        (parsed.Members?.Contains(null!) ?? false)
        || (parsed.Rooms?.Contains(null!) ?? false)
        || (parsed.Messages?.Any(message => message is null || HasNullInList(message)) ?? false);
}
