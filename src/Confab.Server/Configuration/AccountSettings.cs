using Confab.Chat.Accounts;
using Confab.Server.Configuration.Values;
using static Confab.Server.Configuration.SettingsTable;

namespace Confab.Server.Configuration;

/// <summary>Accounts: who may have one, how their passwords are kept, and what they are good for.</summary>
internal static class AccountSettings
{
    public static IEnumerable<Setting<ServerOptions>> All { get; } =
    [
        Value("accounts.registration", OnOff(),
            "Whether anybody may register an account; off where those who run the server make them.",
            options => options.Accounts.Registration, (options, value) => options.Accounts.Registration = value),
        Number("accounts.hashRounds", PasswordVerifier.LeastRounds, PasswordVerifier.MostRounds, "rounds",
            "Rounds of PBKDF2 for new passwords: more make guessing slower for a thief of the store, and every log-in too. "
            + "SCRAM-SHA-256 allows no fewer than 4096.",
            options => options.Accounts.HashRounds, (options, value) => options.Accounts.HashRounds = value),
        Number("accounts.triesPerAccount", 1, 1_000_000, "tries",
            "Failed log-ins of one account in a window, from wherever they come: nobody guesses a password in ten tries.",
            options => options.Accounts.TriesPerAccount, (options, value) => options.Accounts.TriesPerAccount = value),
        Number("accounts.triesPerAddress", 1, 1_000_000, "tries",
            "Log-ins of one address in a window, successful ones too, since each costs the server its rounds; an office shares an address.",
            options => options.Accounts.TriesPerAddress, (options, value) => options.Accounts.TriesPerAddress = value),
        Time("accounts.triesWindow", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1),
            "How long log-ins are counted together: whoever mistyped too often does not wait longer.",
            options => options.Accounts.TriesWindow, (options, value) => options.Accounts.TriesWindow = value),
        Number("accounts.registrationsPerAddress", 1, 1_000_000, "accounts",
            "Accounts that one address registers in an hour: enough for a class in one room, too few to take all good names.",
            options => options.Accounts.RegistrationsPerAddress, (options, value) => options.Accounts.RegistrationsPerAddress = value),
        Value("accounts.reserveNicknames", OnOff(),
            "Whether the nicknames of an account are kept for those who are logged in to it, where its owner chose nothing else.",
            options => options.Accounts.ReserveNicknames, (options, value) => options.Accounts.ReserveNicknames = value),
        Value("accounts.alwaysOn",
            new Choice<AlwaysOnPolicy>(("off", AlwaysOnPolicy.Off), ("optional", AlwaysOnPolicy.Optional), ("mandatory", AlwaysOnPolicy.Mandatory)),
            "Whether a user with an account stays present when its last session ends: nobody, whoever chose so, or everybody.",
            options => options.Accounts.AlwaysOn, (options, value) => options.Accounts.AlwaysOn = value),
        Number("limits.accounts", 0, 100_000_000, "accounts",
            "Most accounts of the server: all are kept in memory, about a kilobyte each.",
            options => options.Chat.Accounts, (options, value) => options.Chat.Accounts = value),
        Number("limits.passwordBytes", 1000, 16 * 1024, "bytes of UTF-8",
            "Longest password; a long sentence fits, and a megabyte to hash does not.",
            options => options.Chat.PasswordBytes, (options, value) => options.Chat.PasswordBytes = value),
        Number("limits.bans", 0, 1_000_000, "bans",
            "Most bans of people and addresses: each newcomer is compared with all of them.",
            options => options.Chat.Bans, (options, value) => options.Chat.Bans = value),
    ];

    private static Choice<bool> OnOff() => new(("on", true), ("off", false));
}
