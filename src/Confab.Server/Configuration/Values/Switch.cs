using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>True or false.</summary>
internal sealed class Switch : ValueKind<bool>
{
    public override string Expected => "true or false";

    public override bool TryRead(string text, out bool value) => bool.TryParse(text, out value);

    public override string Write(bool value) => value ? "true" : "false";

    public override JsonObject Schema() => new() { ["type"] = "boolean" };

    public override JsonNode Json(bool value) => value;
}
