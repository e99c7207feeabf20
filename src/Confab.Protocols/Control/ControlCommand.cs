using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Confab.Protocols.Json;

namespace Confab.Protocols.Control;

/// <summary>
/// What is asked of a server at its control socket: one flat object for all; which properties there are is decided by <see cref="Do"/> and listed in
/// <c>docs/protocols/control.md</c>. Properties that are null are not written.
/// </summary>
/// <example>
/// <code>
/// ControlCommand.Write(output, new ControlCommand { Do = ControlDeeds.ShowAccount, Name = "alice" });
/// // {"do":"account.show","name":"alice"}
/// </code>
/// </example>
public sealed record ControlCommand
{
    /// <summary>The longest line in bytes, its LF not counted.</summary>
    public const int MaxLineBytes = 64 * 1024;

    /// <summary>One of <see cref="ControlDeeds"/>; empty in a parsed command that had none.</summary>
    // Generated code hands in null where the line has none.
    public string Do { get; init => field = value ?? ""; } = "";

    /// <summary>The name of an account.</summary>
    public string? Name { get; init; }

    /// <summary>The name of a room, with its "#".</summary>
    public string? Room { get; init; }

    /// <summary>A password.</summary>
    public string? Password { get; init; }

    /// <summary>How an account's owner can be reached.</summary>
    public string? Email { get; init; }

    /// <summary>Whether the account looks after others.</summary>
    public bool? Administrator { get; init; }

    /// <summary>Why; its owner is told.</summary>
    public string? Reason { get; init; }

    /// <summary>What names must look like, with <c>*</c> and <c>?</c>.</summary>
    public string? Pattern { get; init; }

    /// <summary>The name of the last account of the page before.</summary>
    public string? After { get; init; }

    /// <summary>The code that says that it is meant.</summary>
    public string? Confirm { get; init; }

    /// <summary>One of <see cref="ControlRanks"/>.</summary>
    public string? Rank { get; init; }

    /// <summary>Reads one line. Unknown properties are ignored.</summary>
    /// <param name="line">The line without its LF.</param>
    /// <param name="command">The command, or null.</param>
    /// <param name="error">What was wrong, or null.</param>
    /// <returns>Whether there is a command. Any text gives an answer, never an exception.</returns>
    public static bool Parse(string line, [NotNullWhen(true)] out ControlCommand? command, [NotNullWhen(false)] out string? error) =>
        JsonLine.Parse(line, ControlJson.Default.ControlCommand, out command, out error);

    /// <summary>Writes a command as one line of UTF-8 with its LF.</summary>
    /// <param name="output">Receives the bytes.</param>
    /// <param name="command">The command; unpaired surrogates in its strings become U+FFFD.</param>
    public static void Write(IBufferWriter<byte> output, ControlCommand command) =>
        JsonLine.Write(output, command, ControlJson.Default.ControlCommand);

    /// <summary>The deed only: a password must not reach a log.</summary>
    public override string ToString() => Do;
}
