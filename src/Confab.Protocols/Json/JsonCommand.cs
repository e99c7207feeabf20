using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Confab.Protocols.Json;

/// <summary>
/// What a client asks in the json protocol: one flat object for all commands; which properties a command has is decided
/// by <see cref="Type"/> and listed in <c>docs/protocols/json.md</c>. Properties that are null are not written.
/// </summary>
/// <example>
/// <code>
/// JsonCommand.Write(output, new JsonCommand { Type = JsonTypes.Say, Room = "#lobby", Text = "hi", Key = 1 });
/// // {"type":"say","room":"#lobby","text":"hi","key":1}
/// </code>
/// </example>
public sealed record JsonCommand
{
    /// <summary>One of <see cref="JsonTypes"/>; empty in a parsed command that had none.</summary>
    // Generated code hands in null where the line has no type.
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>At most <see cref="MaxLabelLength"/> characters of the client's choice, repeated by the reply.</summary>
    public string? Label { get; init; }

    /// <summary>hello, nick, kick: a nickname.</summary>
    public string? Nick { get; init; }

    /// <summary>hello: the client's random token, 32 hexadecimal digits; with <see cref="Key"/> it makes resending safe.</summary>
    public string? Client { get; init; }

    /// <summary>The name of a room, with its "#".</summary>
    public string? Room { get; init; }

    /// <summary>tell: the nickname of the person it is for.</summary>
    public string? To { get; init; }

    /// <summary>say, tell, topic: the text.</summary>
    public string? Text { get; init; }

    /// <summary>say: one of <see cref="JsonKinds"/>; a message where there is none.</summary>
    public string? Kind { get; init; }

    /// <summary>say: a whole number that rises with each message of this client; a resend repeats the first one's.</summary>
    public long? Key { get; init; }

    /// <summary>join: the number of the last message that the client has of the room.</summary>
    public long? Since { get; init; }

    /// <summary>history, search: only messages of a smaller number.</summary>
    public long? Before { get; init; }

    /// <summary>history: only messages of a larger number.</summary>
    public long? After { get; init; }

    /// <summary>history, search: at most so many messages.</summary>
    public int? Limit { get; init; }

    /// <summary>find: the id of a message.</summary>
    public string? Id { get; init; }

    /// <summary>search: words that must all occur, separated by spaces.</summary>
    public string? Words { get; init; }

    /// <summary>part, kick, quit: why, for the others to read.</summary>
    public string? Reason { get; init; }

    /// <summary>The longest label, in UTF-16 code units.</summary>
    public const int MaxLabelLength = 64;

    /// <summary>Reads one line. Unknown properties are ignored; whether the command has all it needs is <see cref="Check"/>'s question.</summary>
    /// <param name="line">The line without its LF.</param>
    /// <param name="command">The command, or null.</param>
    /// <param name="error">What was wrong, naming the property and its value where there is one, or null.</param>
    /// <returns>Whether there is a command. Any text gives an answer, never an exception.</returns>
    public static bool Parse(
        string line,
        [NotNullWhen(true)] out JsonCommand? command,
        [NotNullWhen(false)] out string? error) =>
        JsonLine.Parse(line, JsonLineContext.Default.JsonCommand, out command, out error);

    /// <summary>Writes a command as one line of UTF-8 with its LF.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="command">The command; unpaired surrogates in its strings become U+FFFD.</param>
    public static void Write(IBufferWriter<byte> output, JsonCommand command) =>
        JsonLine.Write(output, command, JsonLineContext.Default.JsonCommand);

    /// <summary>Checks what can be known without a server: the type, the properties it needs, and the range of their values.</summary>
    /// <returns>The first thing that is wrong, ready for an error reply, or null.</returns>
    public JsonProblem? Check() => JsonCommandCheck.FirstProblem(this);
}
