using Confab.Chat.Names;

namespace Confab.Chat.Accounts;

/// <summary>
/// Somebody who comes back: a name that nobody else may bear, and what proves that it is them. A value; a change makes a new one that
/// takes the old one's place in the <see cref="AccountBook"/>.
/// </summary>
public sealed record Account
{
    /// <summary>The account's name, which is a nickname too.</summary>
    public required Nickname Name { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What checks its password; null where only certificates open it.</summary>
    public PasswordVerifier? Verifier { get; init; }

    /// <summary>Fingerprints of the client certificates that open it: SHA-256 of the certificate's DER form, 64 lower-case hexadecimal digits.</summary>
    public IReadOnlyList<string> CertificateFingerprints { get; init; } = [];

    /// <summary>How its owner said that they can be reached; shown to them and to administrators only.</summary>
    public string? Email { get; init; }

    /// <summary>Whether its user stays present without a session; null where its owner did not choose.</summary>
    public bool? AlwaysOn { get; init; }

    /// <summary>Whether only a session that is logged in may bear its nicknames; null where its owner did not choose.</summary>
    public bool? Enforce { get; init; }

    /// <summary>Why it cannot be used at the moment; null where it can.</summary>
    public string? Suspended { get; init; }

    /// <summary>True for those who may look after other people's accounts.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Further nicknames that belong to it.</summary>
    public IReadOnlyList<Nickname> GroupedNicknames { get; init; } = [];

    /// <summary>The form in which accounts are compared: the key of <see cref="Name"/>.</summary>
    public string Key => Name.Key;

    /// <summary>Its name and the others that belong to it.</summary>
    public IEnumerable<Nickname> Nicknames => GroupedNicknames.Prepend(Name);

    /// <summary>The name only: neither the verifier nor an address may end up in a log.</summary>
    public override string ToString() => Name.Text;
}
