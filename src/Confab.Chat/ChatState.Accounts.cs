using System.Security.Cryptography;
using System.Text;
using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Names;
using Confab.Chat.Services;
using Confab.Chat.Sessions;

namespace Confab.Chat;

/// <summary>Accounts: who is logged in, and which nicknames are kept for whom.</summary>
public sealed partial class ChatState
{
    // Sessions that logged in before they took a nickname; afterwards the user knows its account.
    private readonly Dictionary<SessionId, string> _accountsBeforeSignOn = [];
    private byte[]? _secret;

    /// <summary>All accounts.</summary>
    public AccountBook Accounts { get; } = new();

    /// <summary>How far people have read.</summary>
    public ReadMarkerBook ReadMarkers { get; } = new();

    /// <summary>The services that answer private messages.</summary>
    public ServiceDirectory Services { get; } = new();

    internal LoginThrottle Logins { get; }

    /// <summary>The account that a session is logged in to, by its name as shown, whether it has a nickname yet or not; null for none.</summary>
    public string? AccountOf(SessionId session) =>
        FindUser(session) is { } user ? user.Account : _accountsBeforeSignOn.GetValueOrDefault(session);

    /// <summary>The conversation of two accounts; null where they have said nothing to each other.</summary>
    public Conversation? Conversation(string account, string other) => Conversations.Find(RoomName.OfConversation(account, other));

    /// <summary>
    /// True when nobody but those who are logged in to a certain account may bear the nickname, and this account is not the one. Also true, for
    /// everybody, of the services' names.
    /// </summary>
    /// <param name="nickname">The nickname.</param>
    /// <param name="account">The account that the asker is logged in to; null for a guest.</param>
    public bool IsReserved(Nickname nickname, string? account)
    {
        if (Services.IsNamedLike(nickname))
        {
            return true;
        }

        return Accounts.OwnerOf(nickname) is { } owner
            && (owner.Enforce ?? Options.Accounts.ReserveNicknames)
            && owner != Accounts.Find(account);
    }

    /// <summary>Reads a nickname within the server's bound; null where it is none.</summary>
    internal Nickname? ReadNickname(string text) =>
        Nickname.TryCreate(text, Options.Limits.NicknameLength, out var nickname, out _) ? nickname : null;

    /// <summary>True for those who may look after other people's accounts: the console, server operators, and accounts that say so.</summary>
    internal bool IsAdministrator(User? user) =>
        user is not null && (user.IsServerOperator || Accounts.Find(user.Account) is { IsAdministrator: true, Suspended: null });

    private bool RestoreMarkers(RecordChange record)
    {
        if (!ReadMarkerRecord.TryRead(record, out var account, out var target, out var time))
        {
            return false;
        }

        ReadMarkers.Set(account, target, time);
        return true;
    }

    /// <summary>Puts an account into the book and marks it as changed.</summary>
    internal void Save(Account account)
    {
        Accounts.Put(account);
        Remember(AccountRecord.Kind, account.Key, AccountRecord.Write(account));
    }

    /// <summary>Removes an account; whoever is logged in to it must have been logged out.</summary>
    internal void Drop(Account account)
    {
        Accounts.Remove(account.Key);
        Remember(AccountRecord.Kind, account.Key, value: null);
        foreach (var target in ReadMarkers.Forget(account.Key))
        {
            Remember(ReadMarkerRecord.Kind, ReadMarkerRecord.KeyOf(account.Key, target), value: null);
        }
    }

    /// <summary>Tells the state that a session is logged in to an account, or to none any more, and those who see its user.</summary>
    internal void SetAccount(SessionId session, Account? account, Decision decision)
    {
        if (FindUser(session) is { } user)
        {
            SetAccount(user, account, user.Through(session), decision);
        }
        else if (account is null)
        {
            _accountsBeforeSignOn.Remove(session);
        }
        else
        {
            _accountsBeforeSignOn[session] = account.Name.Text;
        }
    }

    /// <inheritdoc cref="SetAccount(SessionId, Account?, Decision)"/>
    internal void SetAccount(User user, Account? account, Participant actor, Decision decision)
    {
        if (user.Account == account?.Name.Text)
        {
            return;
        }

        ForgetPresence(user);
        user.Participant = user.Participant with { Account = account?.Name.Text };
        decision.Happened(new AccountChanged(
            actor with { Account = user.Account }, RoomsOf(user))
        { Watchers = WatchersOf(user) });
        KeepPresence(user);
        GrantRanks(user, decision);
    }

    /// <summary>A session has a nickname now: its user knows the account from here on.</summary>
    internal void MoveAccountToUser(SessionId session) => _accountsBeforeSignOn.Remove(session);

    /// <summary>All present users of an account.</summary>
    internal User[] UsersOf(Account account) =>
        [.. _users.Where(user => user.Account == account.Name.Text)];

    /// <summary>All sessions that logged in to an account before they took a nickname are guests again.</summary>
    internal void LogOutBeforeSignOn(Account account)
    {
        foreach (var (session, name) in _accountsBeforeSignOn.ToArray())
        {
            if (name == account.Name.Text)
            {
                _accountsBeforeSignOn.Remove(session);
            }
        }
    }

    /// <summary>
    /// A verifier that nothing matches, always the same for the same name: whoever asks for an account that does not exist sees no difference.
    /// </summary>
    internal PasswordVerifier Decoy(string name, Decision decision)
    {
        var key = Derive("decoy", Nickname.TryCreate(name, AnyNameLength, out var nickname, out _) ? nickname.Key : name, decision);
        return PasswordVerifier.FromSaltedPassword(
            Derive("key", name, decision), key[..PasswordVerifier.SaltBytes], Options.Accounts.HashRounds);
    }

    /// <summary>The code that somebody must repeat to have something done that cannot be undone; always the same for the same thing.</summary>
    internal string ConfirmationCode(string deed, string what, Decision decision) =>
        Convert.ToHexStringLower(Derive(deed, what, decision).AsSpan(0, ConfirmationBytes));

    private const int AnyNameLength = 1024;
    private const int ConfirmationBytes = 4;
    private const string SecretKind = "secret";
    private const string SecretKey = "accounts";

    // A salt that changed with every start would tell which accounts there are not.
    private bool RestoreSecret(string value)
    {
        var secret = new byte[HMACSHA256.HashSizeInBytes];
        var valid = Convert.TryFromBase64String(value.Trim('"'), secret, out var length) && length == secret.Length;
        _secret = valid ? secret : _secret;
        return valid;
    }

    private byte[] Derive(string use, string of, Decision decision)
    {
        if (_secret is null)
        {
            _secret = decision.NewSecret(HMACSHA256.HashSizeInBytes);
            Remember(SecretKind, SecretKey, $"\"{Convert.ToBase64String(_secret)}\"");
        }

        return HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{use} {of}"));
    }
}
