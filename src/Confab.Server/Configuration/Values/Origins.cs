using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A list of origins of web pages (RFC 6454 section 6.2), or a star for all; outside of JSON with commas between them.</summary>
internal sealed class Origins : ValueKind<IReadOnlyList<string>>
{
    public override string Expected => "a list of origins such as https://chat.example.org or http://localhost:5173, or * for all";

    public override bool TryRead(string text, [MaybeNullWhen(false)] out IReadOnlyList<string> value)
    {
        var origins = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        value = origins;
        return Array.TrueForAll(origins, IsOrigin);
    }

    public override string Write(IReadOnlyList<string> value) => string.Join(",", value);

    public override JsonObject Schema() => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };

    public override JsonNode Json(IReadOnlyList<string> value) => new JsonArray([.. value.Select(origin => (JsonNode)origin)]);

    // As a browser writes it: a scheme and a host, perhaps a port, and nothing behind.
    private static bool IsOrigin(string text) =>
        text == WebOptions.AnyOrigin
        || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && uri.AbsolutePath == "/" && !text.EndsWith('/') && uri.Query.Length == 0);
}
