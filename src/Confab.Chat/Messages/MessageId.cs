namespace Confab.Chat.Messages;

/// <summary>
/// The name of one message, unique across rooms, restarts and nodes: a version 7 UUID (RFC 9562 section 5.7), so ids made later
/// sort later. Written as 32 lower-case hexadecimal digits.
/// </summary>
public readonly record struct MessageId(Guid Value)
{
    /// <summary>Reads the written form. False when <paramref name="text"/> is not 32 hexadecimal digits.</summary>
    public static bool TryParse(string? text, out MessageId id)
    {
        var valid = Guid.TryParseExact(text, "N", out var value);
        id = new MessageId(value);
        return valid;
    }

    /// <summary>The length of the written form, in bytes and in characters.</summary>
    public const int Length = 32;

    /// <summary>Writes the written form as bytes.</summary>
    /// <param name="output">Where to write to; at least <see cref="Length"/> bytes.</param>
    /// <returns><see cref="Length"/>.</returns>
    /// <exception cref="ArgumentException">The output is too short.</exception>
    public int Format(Span<byte> output) => Value.TryFormat(output, out var written, "N")
        ? written
        : throw new ArgumentException($"{output.Length} bytes are too few for an id; give at least {Length}.", nameof(output));

    public override string ToString() => Value.ToString("N");
}
