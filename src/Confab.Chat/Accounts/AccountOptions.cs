namespace Confab.Chat.Accounts;

/// <summary>What the rules of accounts are told. Reasons and ranges stand beside the settings of the same names.</summary>
public sealed class AccountOptions
{
    /// <summary>Whether anybody may register an account.</summary>
    public bool Registration { get; set; } = true;

    /// <summary>Rounds of PBKDF2 for new passwords.</summary>
    public int HashRounds { get; set; } = 600_000;

    /// <summary>Failed tries that one account has in a window.</summary>
    public int TriesPerAccount { get; set; } = 10;

    /// <summary>Tries, also successful ones, that one address has in a window.</summary>
    public int TriesPerAddress { get; set; } = 60;

    /// <summary>How long tries are counted together.</summary>
    public TimeSpan TriesWindow { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Accounts that one address may register in an hour.</summary>
    public int RegistrationsPerAddress { get; set; } = 10;

    /// <summary>Whether the nicknames of an account are kept for those who are logged in to it, where its owner did not choose.</summary>
    public bool ReserveNicknames { get; set; } = true;

    /// <summary>Who stays present without a session.</summary>
    public AlwaysOnPolicy AlwaysOn { get; set; } = AlwaysOnPolicy.Optional;
}
