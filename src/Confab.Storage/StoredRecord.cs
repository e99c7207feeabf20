namespace Confab.Storage;

/// <summary>
/// Something other than history that outlives a restart (an account, a registered room, a ban): one value under its kind and key.
/// The log neither reads nor checks what it holds.
/// </summary>
/// <param name="Kind">What it is; short, the caller's word.</param>
/// <param name="Key">Which one of its kind; compared exactly.</param>
/// <param name="Value">JSON text, of any length; null when appended removes the record, and is never loaded.</param>
public sealed record StoredRecord(string Kind, string Key, string? Value);
