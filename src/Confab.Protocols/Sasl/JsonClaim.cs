using System.Text.Json;

namespace Confab.Protocols.Sasl;

/// <summary>Reads properties of JSON that a stranger wrote.</summary>
internal static class JsonClaim
{
    /// <summary>A property's text; null if it is not there, is something else, or cannot be text (half a surrogate pair).</summary>
    internal static string? Text(JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var value) ? Text(value) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a property is, or as a list holds, this text.</summary>
    internal static bool Holds(JsonElement json, string name, string text)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Array)
        {
            return Text(json, name) == text;
        }

        try
        {
            return value.EnumerateArray().Any(one => Text(one) == text);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
