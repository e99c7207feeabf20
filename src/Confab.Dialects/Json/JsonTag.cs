namespace Confab.Dialects.Json;

/// <summary>What the answer to a command must repeat or know.</summary>
/// <param name="Label">The command's label.</param>
/// <param name="Key">The resend key of a <c>say</c>.</param>
/// <param name="Since">A join's last known number.</param>
internal sealed record JsonTag(string? Label, long? Key = null, long? Since = null);
