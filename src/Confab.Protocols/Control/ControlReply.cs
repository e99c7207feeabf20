using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Confab.Protocols.Json;

namespace Confab.Protocols.Control;

/// <summary>The answer to a <see cref="ControlCommand"/>. Properties that are null are not written.</summary>
/// <remarks>Lists are compared by reference, so two parsed replies with equal lists are not equal.</remarks>
public sealed record ControlReply
{
    /// <summary>The code of a line that is no command, or of one without what it needs.</summary>
    public const string Malformed = "malformed-input";

    /// <summary>The code of a deed that does not exist.</summary>
    public const string UnknownDeed = "unknown-command";

    /// <summary>The code where the server ends and answers no more.</summary>
    public const string Stopping = "stopping";

    /// <summary>Whether it was done. False too where it waits to be confirmed.</summary>
    public bool Ok { get; init; }

    /// <summary>Not done: why, in a word.</summary>
    public string? Code { get; init; }

    /// <summary>Not done: why, in a sentence.</summary>
    public string? Text { get; init; }

    /// <summary>What <see cref="ControlCommand.Confirm"/> must say for it to be done.</summary>
    public string? Confirm { get; init; }

    /// <summary>The account that it was about, as it is now.</summary>
    public ControlAccount? Account { get; init; }

    /// <summary>A page of accounts.</summary>
    public IReadOnlyList<ControlAccount>? Accounts { get; init; }

    /// <summary>How many accounts fit, on all pages.</summary>
    public int? Total { get; init; }

    /// <summary>All rooms.</summary>
    public IReadOnlyList<ControlRoom>? Rooms { get; init; }

    /// <summary>Who has a rank in the room for good, its founder first.</summary>
    public IReadOnlyList<ControlAccess>? Access { get; init; }

    /// <summary>Reads one line. Unknown properties are ignored.</summary>
    /// <param name="line">The line without its LF.</param>
    /// <param name="reply">The reply, or null.</param>
    /// <param name="error">What was wrong, or null.</param>
    public static bool Parse(string line, [NotNullWhen(true)] out ControlReply? reply, [NotNullWhen(false)] out string? error) =>
        JsonLine.Parse(line, ControlJson.Default.ControlReply, out reply, out error);

    /// <summary>Writes a reply as one line of UTF-8 with its LF.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="reply">The reply.</param>
    public static void Write(IBufferWriter<byte> output, ControlReply reply) =>
        JsonLine.Write(output, reply, ControlJson.Default.ControlReply);
}
