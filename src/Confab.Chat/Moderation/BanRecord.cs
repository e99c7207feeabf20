using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Confab.Chat.Accounts;

namespace Confab.Chat.Moderation;

/// <summary>A ban as it is stored: JSON under its key.</summary>
internal sealed record BanRecord(BanKind Kind, string Target, string Reason, string By, DateTimeOffset Created, DateTimeOffset? Expires = null)
{
    /// <summary>The kind of record under which bans are stored.</summary>
    public const string RecordKind = "ban";

    public static string Write(NetworkBan ban) => JsonSerializer.Serialize(
        new BanRecord(ban.Kind, ban.Target, ban.Reason, ban.By, ban.Created, ban.Expires), AccountJson.Default.BanRecord);

    /// <summary>Reads a stored ban; false where it was not written by <see cref="Write"/>.</summary>
    public static bool TryRead(string json, [NotNullWhen(true)] out NetworkBan? ban)
    {
        ban = null;
        try
        {
            return JsonSerializer.Deserialize(json, AccountJson.Default.BanRecord) is { Target: not null } record
                && NetworkBan.TryCreate(
                    record.Kind, record.Target, record.Reason ?? string.Empty, record.By ?? string.Empty, record.Created, record.Expires, out ban, out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
