using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A value, or the word <c>off</c> for none.</summary>
internal sealed class OffOr<T>(ValueKind<T> inner) : ValueKind<T?>
    where T : struct
{
    private const string Off = "off";

    public override string Expected => $"{Off}, or {inner.Expected}";

    public override bool TryRead(string text, out T? value)
    {
        value = null;
        if (text.Equals(Off, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var valid = inner.TryRead(text, out var some);
        value = some;
        return valid;
    }

    public override string Write(T? value) => value is { } some ? inner.Write(some) : Off;

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["const"] = Off }, inner.Schema()) };

    public override JsonNode Json(T? value) => value is { } some ? inner.Json(some) : Off;
}
