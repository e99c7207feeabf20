using System.Text.Json;
using System.Text.Json.Serialization;

namespace Confab.Protocols.Json;

/// <summary>The generated code that reads and writes the two records: no reflection at run time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(JsonCommand))]
[JsonSerializable(typeof(JsonEvent))]
internal sealed partial class JsonLineContext : JsonSerializerContext;
