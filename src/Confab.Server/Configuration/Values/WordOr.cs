using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A value, or a word such as <c>off</c> for none.</summary>
internal sealed class WordOr<T>(string word, ValueKind<T> inner) : ValueKind<T?>
    where T : struct
{
    public override string Expected => $"{word}, or {inner.Expected}";

    public override bool TryRead(string text, out T? value)
    {
        value = null;
        if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var valid = inner.TryRead(text, out var some);
        value = some;
        return valid;
    }

    public override string Write(T? value) => value is { } some ? inner.Write(some) : word;

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["const"] = word }, inner.Schema()) };

    public override JsonNode Json(T? value) => value is { } some ? inner.Json(some) : word;
}
