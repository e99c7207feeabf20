namespace Confab.Chat;

/// <summary>Something durable beside the entries, such as an account, as it is to be stored.</summary>
/// <param name="Kind">What it is, such as <c>account</c>.</param>
/// <param name="Key">Which one, among those of its kind.</param>
/// <param name="Value">It, as JSON; null where it is gone.</param>
public readonly record struct RecordChange(string Kind, string Key, string? Value);
