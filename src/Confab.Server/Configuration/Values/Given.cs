using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A value of an option that may also be left alone: null is what nobody wrote, and cannot be written.</summary>
internal sealed class Given<T>(ValueKind<T> inner) : ValueKind<T?>
    where T : struct
{
    public override string Expected => inner.Expected;

    public override bool TryRead(string text, [MaybeNullWhen(false)] out T? value)
    {
        var valid = inner.TryRead(text, out var some);
        value = some;
        return valid;
    }

    public override string Write(T? value) => value is { } some ? inner.Write(some) : "";

    public override JsonObject Schema() => inner.Schema();

    public override JsonNode Json(T? value) => inner.Json(value.GetValueOrDefault());
}
