using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A password, or nothing. It is read and never shown.</summary>
internal sealed class Secret : ValueKind<string>
{
    private const string Hidden = "(set)";

    public override string Expected => "a password without line ends";

    public override bool TryRead(string text, [MaybeNullWhen(false)] out string value)
    {
        value = text;
        return text.IndexOfAny(['\0', '\r', '\n']) < 0;
    }

    public override string Write(string value) => value.Length == 0 ? string.Empty : Hidden;

    public override JsonObject Schema() => new() { ["type"] = "string" };
}
