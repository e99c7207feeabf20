using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>Any text, perhaps none; what comes of it is shown to people.</summary>
/// <param name="expected">What it should be, as the end of a sentence that begins with "expected".</param>
/// <param name="isValid">Whether a text is allowed; null for any.</param>
internal sealed class Words(string expected, Func<string, bool>? isValid = null) : ValueKind<string>
{
    public override string Expected => expected;

    public override bool TryRead(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return !text.Contains('\0', StringComparison.Ordinal) && (isValid is null || isValid(text));
    }

    public override string Write(string value) => value;

    public override JsonObject Schema() => new() { ["type"] = "string" };
}
