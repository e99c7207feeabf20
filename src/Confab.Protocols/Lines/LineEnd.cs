namespace Confab.Protocols.Lines;

/// <summary>What belongs to the end of a line and not to its text.</summary>
internal static class LineEnd
{
    /// <summary>Takes off one CR: terminals send CR LF, and a second CR would be the sender's own.</summary>
    internal static ReadOnlySpan<byte> WithoutCarriageReturn(ReadOnlySpan<byte> line) =>
        line.EndsWith("\r"u8) ? line[..^1] : line;
}
