using System.Globalization;

namespace Confab.Chat.Accounts;

/// <summary>One marker of an account as it is stored: the key is both names with a space between, the value a time in quotes.</summary>
internal static class ReadMarkerRecord
{
    public const string Kind = "read";

    public static string KeyOf(string accountKey, string targetKey) => $"{accountKey} {targetKey}";

    public static string Write(DateTimeOffset time) => $"\"{time.ToString("O", CultureInfo.InvariantCulture)}\"";

    public static bool TryRead(RecordChange record, out string accountKey, out string targetKey, out DateTimeOffset time)
    {
        (accountKey, targetKey, time) = (string.Empty, string.Empty, default);
        var space = record.Key.IndexOf(' ', StringComparison.Ordinal);
        if (record is not { Kind: Kind, Value: { } value } || space < 1)
        {
            return false;
        }

        (accountKey, targetKey) = (record.Key[..space], record.Key[(space + 1)..]);
        return DateTimeOffset.TryParseExact(value.Trim('"'), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
