using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Confab.Chat.Names;

namespace Confab.Chat.Accounts;

/// <summary>An account as it is stored: JSON under its key. A field that is missing has its default, so that older records can be read.</summary>
internal sealed record AccountRecord(
    string Name,
    DateTimeOffset Created,
    string? Verifier = null,
    IReadOnlyList<string>? Certificates = null,
    string? Email = null,
    bool? AlwaysOn = null,
    bool? Enforce = null,
    string? Suspended = null,
    bool Administrator = false,
    IReadOnlyList<string>? Nicknames = null)
{
    /// <summary>The kind under which accounts are stored.</summary>
    public const string Kind = "account";

    // What is stored was within the bounds of its time; a bound that was lowered since must not make an account unreadable.
    private const int AnyLength = 256;

    public static string Write(Account account) => JsonSerializer.Serialize(
        new AccountRecord(
            account.Name.Text,
            account.Created,
            account.Verifier?.Write(),
            account.CertificateFingerprints.Count > 0 ? account.CertificateFingerprints : null,
            account.Email,
            account.AlwaysOn,
            account.Enforce,
            account.Suspended,
            account.IsAdministrator,
            account.GroupedNicknames.Count > 0 ? account.GroupedNicknames.Select(name => name.Text).ToArray() : null),
        AccountJson.Default.AccountRecord);

    /// <summary>Reads a stored account; false where it was not written by <see cref="Write"/>.</summary>
    public static bool TryRead(string json, [NotNullWhen(true)] out Account? account)
    {
        account = null;
        AccountRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(json, AccountJson.Default.AccountRecord);
        }
        catch (JsonException)
        {
            return false;
        }

        PasswordVerifier? verifier = null;
        if (record is null
            || !Nickname.TryCreate(record.Name, AnyLength, out var name, out _)
            || (record.Verifier is not null && !PasswordVerifier.TryParse(record.Verifier, out verifier)))
        {
            return false;
        }

        account = new Account
        {
            Name = name,
            Created = record.Created,
            Verifier = verifier,
            CertificateFingerprints = record.Certificates ?? [],
            Email = record.Email,
            AlwaysOn = record.AlwaysOn,
            Enforce = record.Enforce,
            Suspended = record.Suspended,
            IsAdministrator = record.Administrator,
            GroupedNicknames = [.. (record.Nicknames ?? [])
                .Select(text => Nickname.TryCreate(text, AnyLength, out var grouped, out _) ? grouped : null)
                .OfType<Nickname>()],
        };
        return true;
    }

    /// <summary>The name only, as of the account itself.</summary>
    public override string ToString() => Name;
}
