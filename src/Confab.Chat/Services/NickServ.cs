using System.Globalization;
using Confab.Chat.Accounts;
using Confab.Chat.Replies;
using Confab.Chat.Requests;

namespace Confab.Chat.Services;

/// <summary>The service for accounts and nicknames.</summary>
internal sealed class NickServ : Service
{
    public NickServ()
        : base("NickServ", "I look after accounts and their nicknames.", "NS", "NICKSERV")
    {
    }

    internal override IReadOnlyList<ServiceCommand> Commands { get; } =
    [
        new("REGISTER", "<password> [email]", "Registers your nickname, so that nobody else can bear it.", Register, Welcome),
        new("IDENTIFY", "[account] <password>", "Logs you in to an account.", Identify, Welcome),
        new("LOGOUT", "", "Logs you out.", _ => new LogOut(), reply => reply is LoggedOut left ? [$"You are logged out of {left.Account}."] : []),
        new("INFO", "[account]", "Tells about an account.", words => new ShowAccount(words.Optional(0)), Info),
        new("GROUP", "", "Adds the nickname you bear to your account.", _ => new GroupNickname(Nickname: null, On: true), Saved),
        new("UNGROUP", "<nickname>", "Takes a nickname off your account.",
            words => words.Count == 1 ? new GroupNickname(words[0], On: false) : null, Saved),
        new("GHOST", "<nickname> [password]", "Sends away whoever bears a nickname of yours.", words => Free(words, take: false), Freed),
        new("REGAIN", "<nickname> [password]", "Sends away whoever bears a nickname of yours, and gives it to you.", words => Free(words, take: true), Freed),
        new("SET", "ALWAYSON|ENFORCE on|off|default, or SET EMAIL [address], or SET PASSWORD <current> <new>",
            "Chooses something for your account.", Set, Saved),
        new("PASSWD", "[current] <new>", "Changes your password; without a current one where there is none yet.", ReadPassword, Saved),
        new("CERT", "LIST, or CERT ADD [fingerprint], or CERT DEL <fingerprint>", "Looks after the certificates that open your account.", Certificate, Certificates),
        new("DROP", "[account] [code]", "Ends an account, when you repeat the code that you are told.", Drop, Dropped),
        new("LIST", "[pattern]", "Lists accounts; for those who look after them.", words => new ListAccounts(words.Optional(0)), Listed),
        new("SUSPEND", "<account> [reason]", "Closes an account for a while; for those who look after them.", words => Suspend(words, on: true), Saved),
        new("UNSUSPEND", "<account>", "Opens an account again; for those who look after them.", words => Suspend(words, on: false), Saved),
    ];

    private static ServiceStep? Register(ServiceWords words) => words.Count is 1 or 2
        ? new RegisterAccount(words.Asker.SignedOn.Nickname.Text, words[0], words.Optional(1))
        : null;

    private static ServiceStep? Identify(ServiceWords words) => words.Count switch
    {
        1 => new LogIn(words.Asker.SignedOn.Nickname.Text, words[0]),
        2 => new LogIn(words[0], words[1]),
        _ => null,
    };

    private static ServiceStep? Free(ServiceWords words, bool take) => words.Count >= 1 ? new FreeNickname(words[0], take, words.Optional(1)) : null;

    private static ServiceStep? Suspend(ServiceWords words, bool on) => words.Count >= 1 ? new SuspendAccount(words[0], on, words.Rest(1)) : null;

    private static ServiceStep? Set(ServiceWords words) => words[0].ToUpperInvariant() switch
    {
        "ALWAYSON" when words.Count == 2 => new SetAccountOption(AccountOption.AlwaysOn, words[1]),
        "ENFORCE" when words.Count == 2 => new SetAccountOption(AccountOption.Enforce, words[1]),
        "EMAIL" when words.Count is 1 or 2 => new SetAccountOption(AccountOption.Email, words[1]),
        "PASSWORD" when words.Count == 2 => new SetPassword(null, words[1]),
        "PASSWORD" when words.Count == 3 => new SetPassword(words[1], words[2]),
        _ => null,
    };

    private static ServiceStep? ReadPassword(ServiceWords words) => words.Count switch
    {
        1 => new SetPassword(null, words[0]),
        2 => new SetPassword(words[0], words[1]),
        _ => null,
    };

    private static ServiceStep? Certificate(ServiceWords words) => words[0].ToUpperInvariant() switch
    {
        "ADD" when words.Count <= 2 => new AddCertificate(words.Optional(1)),
        "DEL" when words.Count == 2 => new RemoveCertificate(words[1]),
        "LIST" when words.Count == 1 => new ShowAccount(),
        _ => null,
    };

    // One word alone is the code where somebody is logged in: who drops another's account names it.
    private static ServiceStep? Drop(ServiceWords words) => words.Count switch
    {
        0 => new DropAccount(),
        1 => words.State.Accounts.Find(words[0]) is not null ? new DropAccount(words[0]) : new DropAccount(null, words[0]),
        2 => new DropAccount(words[0], words[1]),
        _ => null,
    };

    private static IEnumerable<string> Welcome(Reply reply) => reply is LoggedIn { Account.Name.Text: var name, IsNew: var isNew }
        ? [isNew ? $"The account {name} is registered, and you are logged in to it." : $"You are logged in as {name}."]
        : [];

    private static IEnumerable<string> Saved(Reply reply) => reply is AccountSaved saved ? [$"The account {saved.Account.Name.Text} is changed."] : [];

    private static IEnumerable<string> Freed(Reply reply) => reply is Renamed renamed ? [$"You are {renamed.Nickname.Text} now."] : ["The nickname is free."];

    private static IEnumerable<string> Dropped(Reply reply) => reply switch
    {
        ConfirmationNeeded needed => [needed.What, $"To do it, say DROP again with the code {needed.Code} behind it."],
        AccountDropped dropped => [$"The account {dropped.Account} is no more."],
        _ => [],
    };

    private static IEnumerable<string> Listed(Reply reply) => reply is AccountsListed listed
        ? [
            .. listed.Accounts.Select(account => account.Suspended is { } reason ? $"{account.Name.Text} (suspended: {reason})" : account.Name.Text),
            string.Create(CultureInfo.InvariantCulture, $"{listed.Accounts.Count} of {listed.Total} accounts."),
        ]
        : [];

    private static IEnumerable<string> Certificates(Reply reply) => reply switch
    {
        AccountShown { Account.CertificateFingerprints: { Count: > 0 } all } => all,
        AccountShown => ["No certificate opens your account."],
        _ => Saved(reply),
    };

    private static IEnumerable<string> Info(Reply reply) => reply is AccountShown shown
        ?
        [
            $"{shown.Account.Name.Text} is an account since {shown.Account.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.",
            .. Where(shown.Present.Count > 0, $"Here as: {string.Join(", ", shown.Present)}"),
            .. Where(shown.Account.Suspended is not null, "It is suspended."),
            .. Where(
                shown.IsPrivate,
                $"Nicknames: {string.Join(", ", shown.Account.Nicknames)}",
                $"E-mail: {shown.Account.Email ?? "none"}",
                $"Always on: {Word(shown.Account.AlwaysOn)}. Nickname kept: {Word(shown.Account.Enforce)}.",
                string.Create(CultureInfo.InvariantCulture, $"Certificates: {shown.Account.CertificateFingerprints.Count}")),
        ]
        : [];

    private static string[] Where(bool isSo, params string[] lines) => isSo ? lines : [];

    private static string Word(bool? choice) => choice switch { true => "on", false => "off", null => "default" };
}
