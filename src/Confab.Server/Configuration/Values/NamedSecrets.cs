using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>Names with a password each; outside of JSON with commas between them. The passwords are read and never shown.</summary>
internal sealed class NamedSecrets : ValueKind<IReadOnlyDictionary<string, string>>
{
    public override string Expected => "a list of name:password, where the password may be a stored verifier (SCRAM-SHA-256$...)";

    public override bool TryRead(string text, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, string> value)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        value = read;
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || colon == entry.Length - 1 || !read.TryAdd(entry[..colon], entry[(colon + 1)..]))
            {
                return false;
            }
        }

        return true;
    }

    public override string Write(IReadOnlyDictionary<string, string> value) => string.Join(",", value.Keys.Select(name => $"{name}:(set)"));

    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };

    public override JsonNode Json(IReadOnlyDictionary<string, string> value) => new JsonArray([.. value.Keys.Select(name => (JsonNode)$"{name}:(set)")]);
}
