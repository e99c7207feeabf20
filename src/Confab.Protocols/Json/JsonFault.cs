using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Confab.Protocols.Json;

/// <summary>Says in words what was wrong with a line that could not be read.</summary>
internal static class JsonFault
{
    /// <summary>Enough of a value to recognise it, and not enough to send somebody's own flood back.</summary>
    private const int ShownLength = 40;

    internal static string Describe(ReadOnlyMemory<byte> utf8, JsonException exception, JsonTypeInfo shape)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return DescribeValue(document.RootElement, exception.Path, shape);
        }
        catch (JsonException)
        {
            return $"The line is not JSON from byte {exception.BytePositionInLine ?? 0} on: {Shown(Encoding.UTF8.GetString(utf8.Span))}; "
                + "send one JSON object on each line.";
        }
    }

    private static string DescribeValue(JsonElement root, string? path, JsonTypeInfo shape)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return $"The line is {Shown(root.GetRawText())}; send one JSON object on each line.";
        }

        foreach (var property in shape.Properties)
        {
            if (path == $"$.{property.Name}" && root.TryGetProperty(property.Name, out var value))
            {
                return $"\"{property.Name}\" is {Shown(value.GetRawText())}; it must be {Expected(property.PropertyType)}.";
            }
        }

        return path is null or "$"
            ? $"The line is not understood: {Shown(root.GetRawText())}."
            : $"The value at {Shown(path)} is of the wrong type.";
    }

    private static string Expected(Type type)
    {
        if (type == typeof(string))
        {
            return "a string";
        }

        if (type == typeof(bool?))
        {
            return "true or false";
        }

        if (type == typeof(int?))
        {
            return "a whole number below 2147483648";
        }

        return type == typeof(long?) ? "a whole number" : "a list";
    }

    internal static string Shown(string text)
    {
        if (text.Length <= ShownLength)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[ShownLength - 1]) ? ShownLength - 1 : ShownLength;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
