using System.Text.Json.Serialization;

namespace Confab.Chat.Rooms;

/// <summary>How the records of rooms are written: without what nobody set.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RoomRecord))]
internal sealed partial class RoomJson : JsonSerializerContext;
