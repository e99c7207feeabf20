using System.Text.Json.Serialization;
using Confab.Chat.Moderation;

namespace Confab.Chat.Accounts;

/// <summary>How the records of accounts and bans are written: without what nobody set.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(AccountRecord))]
[JsonSerializable(typeof(PresenceRecord))]
[JsonSerializable(typeof(BanRecord))]
internal sealed partial class AccountJson : JsonSerializerContext;
