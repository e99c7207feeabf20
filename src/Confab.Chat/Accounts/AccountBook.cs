using System.Diagnostics.CodeAnalysis;
using Confab.Chat.Names;

namespace Confab.Chat.Accounts;

/// <summary>
/// All accounts, found by name, by certificate and by the nicknames that belong to them. Two accounts never have nicknames that clash,
/// so that nobody can register what looks like somebody else. Only the rules change it.
/// </summary>
public sealed class AccountBook
{
    // What is stored was within the bounds of its time.
    private const int AnyLength = 256;
    private const int FingerprintDigits = 64;

    private readonly Dictionary<string, Account> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> _byFingerprint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> _byNickname = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Account> _bySkeleton = new(StringComparer.Ordinal);

    /// <summary>How many accounts there are.</summary>
    public int Count => _byKey.Count;

    /// <summary>True when there is one that may look after the others.</summary>
    public bool HaveAdministrator => _byKey.Values.Any(account => account is { IsAdministrator: true, Suspended: null });

    /// <summary>All accounts, in the order of their keys.</summary>
    public IEnumerable<Account> All => _byKey.Values.OrderBy(account => account.Key, StringComparer.Ordinal);

    /// <summary>The account of that name, folded as nicknames are; null where there is none.</summary>
    public Account? Find(string? name) =>
        name is not null && _byText.TryGetValue(name, out var account) ? account
        : Nickname.TryCreate(name, AnyLength, out var nickname, out _) ? Find(nickname)
        : null;

    /// <inheritdoc cref="Find(string?)"/>
    public Account? Find(Nickname name) => _byKey.GetValueOrDefault(name.Key);

    /// <summary>The account that a client certificate opens.</summary>
    /// <param name="fingerprint">SHA-256 of the certificate's DER form in hexadecimal digits; null finds nothing.</param>
    public Account? FindByCertificate(string? fingerprint) =>
        TryReadFingerprint(fingerprint, out var clean) ? _byFingerprint.GetValueOrDefault(clean) : null;

    /// <summary>The account that this nickname belongs to, or one that looks like it; null where it belongs to nobody.</summary>
    public Account? OwnerOf(Nickname nickname) =>
        _byNickname.GetValueOrDefault(nickname.Key) ?? _bySkeleton.GetValueOrDefault(nickname.Skeleton);

    /// <summary>
    /// Reads a fingerprint as people write it: 64 hexadecimal digits of either case, with or without colons between pairs.
    /// </summary>
    public static bool TryReadFingerprint(string? text, [NotNullWhen(true)] out string? fingerprint)
    {
        var digits = (text ?? string.Empty).Replace(":", string.Empty, StringComparison.Ordinal);
        var valid = digits.Length == FingerprintDigits && digits.All(char.IsAsciiHexDigit);
        fingerprint = valid ? string.Create(digits.Length, digits, (span, from) =>
        {
            for (var index = 0; index < span.Length; index++)
            {
                span[index] = char.ToLower(from[index], System.Globalization.CultureInfo.InvariantCulture);
            }
        }) : null;
        return valid;
    }

    /// <summary>Adds an account, or puts it in the place of the one with its key.</summary>
    internal void Put(Account account)
    {
        Remove(account.Key);
        _byKey.Add(account.Key, account);
        _byText.Add(account.Name.Text, account);
        foreach (var fingerprint in account.CertificateFingerprints)
        {
            _byFingerprint[fingerprint] = account;
        }

        foreach (var nickname in account.Nicknames)
        {
            _byNickname[nickname.Key] = account;
            _bySkeleton[nickname.Skeleton] = account;
        }
    }

    /// <summary>Removes the account with that key, where there is one.</summary>
    internal void Remove(string key)
    {
        if (!_byKey.Remove(key, out var account))
        {
            return;
        }

        _byText.Remove(account.Name.Text);
        foreach (var fingerprint in account.CertificateFingerprints)
        {
            _byFingerprint.Remove(fingerprint);
        }

        foreach (var nickname in account.Nicknames)
        {
            _byNickname.Remove(nickname.Key);
            _bySkeleton.Remove(nickname.Skeleton);
        }
    }
}
