using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Confab.Protocols.Json;

/// <summary>One JSON object on one line, whatever its type.</summary>
internal static class JsonLine
{
    // "Unsafe" speaks of text pasted into HTML, which this never is; control characters, and with them LF, are escaped in any case.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static bool Parse<T>(
        string line,
        JsonTypeInfo<T> shape,
        [NotNullWhen(true)] out T? value,
        [NotNullWhen(false)] out string? error)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(line);

        // Through bytes, and not from the string: this replaces unpaired surrogates, at which the serializer would throw.
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(line.Length));
        try
        {
            var utf8 = rented.AsMemory(0, Encoding.UTF8.GetBytes(line, rented));
            (value, error) = Read(utf8, shape);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return value is not null;
    }

    internal static void Write<T>(IBufferWriter<byte> output, T value, JsonTypeInfo<T> shape)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(value);
        using (var writer = new Utf8JsonWriter(output, WriterOptions))
        {
            JsonSerializer.Serialize(writer, value, shape);
        }

        output.Write("\n"u8);
    }

    private static (T? Value, string? Error) Read<T>(ReadOnlyMemory<byte> utf8, JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize(utf8.Span, shape);
            return value is null ? (null, "The line is null; send one JSON object on each line.") : (value, null);
        }
        catch (JsonException exception)
        {
            return (null, JsonFault.Describe(utf8, exception, shape));
        }
    }
}
