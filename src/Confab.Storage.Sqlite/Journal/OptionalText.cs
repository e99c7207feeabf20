namespace Confab.Storage.Sqlite.Journal;

/// <summary>A text in UTF-8 that may be missing, which is something else than empty.</summary>
internal readonly ref struct OptionalText(ReadOnlySpan<byte> utf8)
{
    public bool IsThere { get; } = true;

    public ReadOnlySpan<byte> Utf8 { get; } = utf8;

    public override string? ToString() => IsThere ? System.Text.Encoding.UTF8.GetString(Utf8) : null;
}
