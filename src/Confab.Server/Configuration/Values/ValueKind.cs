using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Confab.Server.Configuration.Values;

/// <summary>A kind of value: how it is read and written, what is allowed, and how its JSON schema says so.</summary>
internal abstract class ValueKind<T>
{
    /// <summary>What is allowed, as the end of a sentence that begins with "expected".</summary>
    public abstract string Expected { get; }

    public abstract bool TryRead(string text, [MaybeNullWhen(false)] out T value);

    /// <summary>The value as a person writes it; reading it again gives the same value.</summary>
    public abstract string Write(T value);

    /// <summary>The JSON schema of the value, without description and default.</summary>
    public abstract JsonObject Schema();

    /// <summary>The value as it stands in a JSON file.</summary>
    public virtual JsonNode Json(T value) => Write(value);
}
