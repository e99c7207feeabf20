using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A directory; whether it can be used is found out when it is.</summary>
internal sealed class DirectoryPath : ValueKind<string>
{
    public override string Expected => "a directory";

    public override bool TryRead(string text, out string value)
    {
        value = text;
        return !string.IsNullOrWhiteSpace(text) && !text.Contains('\0', StringComparison.Ordinal);
    }

    public override string Write(string value) => value;

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };
}
