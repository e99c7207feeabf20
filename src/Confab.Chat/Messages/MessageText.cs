using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Confab.Chat.Messages;

/// <summary>
/// What somebody says: clean, bounded and not empty, so that no door has to look again. It is well-formed Unicode, its only control
/// characters are TAB and LF, it neither starts nor ends with LF, and the bidirectional controls of each line are balanced.
/// </summary>
public sealed record MessageText
{
    private MessageText(string value, string formatted, int byteCount)
    {
        Value = value;
        Formatted = formatted;
        ByteCount = byteCount;
    }

    /// <summary>The text; lines are separated by a single LF. Spaces are kept as they were sent, also at the end.</summary>
    public string Value { get; }

    /// <summary>
    /// The same with the codes for bold, colours and the like that IRC clients write and show; the same string where there are none. In everything else
    /// it is as clean as <see cref="Value"/>.
    /// </summary>
    public string Formatted { get; }

    /// <summary>True where <see cref="Formatted"/> says more than <see cref="Value"/>.</summary>
    public bool HasFormatting => Formatted.Length != Value.Length;

    /// <summary>The length of <see cref="Value"/> in bytes of UTF-8.</summary>
    public int ByteCount { get; }

    /// <summary>
    /// The lines of <see cref="Value"/>, without their separators and without allocation. There is always one; any may be empty but
    /// the first and the last.
    /// </summary>
    public SpanLineEnumerator Lines => Value.AsSpan().EnumerateLines();

    /// <summary>
    /// Cleans <paramref name="input"/> and makes a text of what remains. Lone surrogates become U+FFFD; every kind of line break
    /// becomes LF; all other control characters but TAB are dropped, those for formatting from <see cref="Value"/> only;
    /// bidirectional controls that are left open are closed at the end of their line, and closing ones without an opening are
    /// dropped, so that no text can turn around what is shown next to it. Line breaks at both ends are dropped. Text that is clean
    /// already is not copied.
    /// </summary>
    /// <param name="input">What was sent.</param>
    /// <param name="maxBytes">The bound of <see cref="Formatted"/> in bytes of UTF-8; at least 1.</param>
    /// <param name="text">The text, when the result is true.</param>
    /// <param name="problem">Otherwise a sentence for the sender.</param>
    public static bool TryCreate(
        string? input,
        int maxBytes,
        [NotNullWhen(true)] out MessageText? text,
        [NotNullWhen(false)] out string? problem)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 1);
        var formatted = MessageCleaning.Apply(input ?? "");
        var plain = FormatCodes.Remove(formatted).Trim('\n');
        var byteCount = Encoding.UTF8.GetByteCount(formatted);
        problem = plain.Length == 0 ? "The message is empty; write something."
            : byteCount > maxBytes ? string.Create(
                CultureInfo.InvariantCulture,
                $"The message is too long: it has {byteCount} bytes in UTF-8, at most {maxBytes} are allowed. Send it in parts.")
            : null;
        var plainCount = plain.Length == formatted.Length ? byteCount : Encoding.UTF8.GetByteCount(plain);
        text = problem is null ? new MessageText(plain, formatted, plainCount) : null;
        return text is not null;
    }

    /// <summary>The text itself. Not for logs: they never carry message text.</summary>
    public override string ToString() => Value;
}
