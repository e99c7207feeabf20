using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A file, or nothing; whether it can be used is found out when it is.</summary>
internal sealed class FilePath : ValueKind<string>
{
    public override string Expected => "a file";

    public override bool TryRead(string text, out string value)
    {
        value = text;
        return !text.Contains('\0', StringComparison.Ordinal);
    }

    public override string Write(string value) => value;

    public override JsonObject Schema() => new() { ["type"] = "string" };
}
