using System.Security.Cryptography;
using Confab.Chat.Accounts;
using Confab.Chat.Events;
using Confab.Chat.Lookups;
using Confab.Chat.Names;
using Confab.Chat.Replies;
using Confab.Chat.Requests;
using Confab.Chat.Sessions;

namespace Confab.Chat.Tests;

/// <summary>Accounts: keys are derived at once, and a restart reads what was marked to be stored.</summary>
internal sealed partial class ChatUnderTest
{
    public const string Password = "correct horse";

    private readonly Dictionary<(string Kind, string Key), string> _stored = [];

    private ChatUnderTest(ChatUnderTest before)
    {
        State = new ChatState(before.State.Options);
        Now = before.Now;
        _lastSession = before._lastSession;
        foreach (var ((kind, key), value) in before._stored)
        {
            _stored.Add((kind, key), value);
            State.RestoreRecord(new RecordChange(kind, key, value));
        }
    }

    /// <summary>A connection from somewhere else, perhaps with a certificate.</summary>
    public SessionId Connect(string address, string? fingerprint)
    {
        var id = new SessionId(++_lastSession);
        _origins.Add(id, new SessionOrigin("irc", address, 50_000) { IsSecure = fingerprint is not null, CertificateFingerprint = fingerprint });
        return id;
    }

    /// <summary>Asks, and lets every key be derived that the rule wants to have.</summary>
    public Decision Run(SessionId who, Request request)
    {
        var decision = Ask(who, request);
        while (decision is { Reply: null, Lookup: DeriveKey wanted })
        {
            Assert.Empty(decision.Events);
            var key = Rfc2898DeriveBytes.Pbkdf2(wanted.Password, wanted.Salt, wanted.Rounds, HashAlgorithmName.SHA256, 32);
            decision = new Decision(Now, _ids);
            State.Resume(who, _origins[who], (IResumable)request, new KeyDerived(key), decision);
        }

        return decision;
    }

    /// <summary>As <see cref="Run"/>, and expects this kind of answer.</summary>
    public T Get<T>(SessionId who, Request request)
        where T : Reply
    {
        var decision = Run(who, request);
        Assert.True(decision.Reply is T, $"{request} was answered with {decision.Reply?.ToString() ?? "nothing"}.");
        return (T)decision.Reply!;
    }

    /// <summary>As <see cref="Run"/>, and expects a refusal that tells nobody.</summary>
    public RefusalCode Denied(SessionId who, Request request)
    {
        var decision = Run(who, request);
        var refused = Assert.IsType<Refused>(decision.Reply);
        Assert.Empty(decision.Events);
        Assert.True(refused.Text[^1] is '.' or '?', $"'{refused.Text}' is no sentence for a person.");
        Assert.DoesNotContain(Password, refused.Text, StringComparison.Ordinal);
        return refused.Code;
    }

    /// <summary>A key that was asked for before comes back only now; expects a refusal.</summary>
    public RefusalCode ComesBack(SessionId who, IResumable request)
    {
        var decision = new Decision(Now, _ids);
        State.Resume(who, _origins[who], request, new KeyDerived(new byte[32]), decision);
        return Assert.IsType<Refused>(decision.Reply).Code;
    }

    /// <summary>Somebody who is here and has registered the nickname.</summary>
    public SessionId Registered(string nickname, params RoomName[] rooms)
    {
        var id = Enter(nickname, rooms);
        Get<LoggedIn>(id, new RegisterAccount(nickname, Password));
        return id;
    }

    /// <summary>A connection that has logged in and has no nickname yet.</summary>
    public SessionId Login(string account)
    {
        var id = Connect();
        Get<LoggedIn>(id, new LogIn(account, Password));
        return id;
    }

    /// <summary>Says something to somebody, and commits it as the log does.</summary>
    public PrivateMessagePosted Tell(SessionId who, string to, string text)
    {
        var decision = Ask(who, new SendPrivateMessage(to, text));
        Assert.IsType<PrivateMessageSent>(decision.Reply);
        var message = Assert.IsType<PrivateMessagePosted>(Assert.Single(decision.Entries));
        Commit(message);
        return message;
    }

    /// <summary>A server operator.</summary>
    public SessionId Oper(string nickname = "oper")
    {
        var id = Connect();
        Reply<SignedOnAs>(id, new SignOn(nickname, Presence.Announced, AcceptOther: false) { Modes = UserModes.ServerOperator });
        return id;
    }

    /// <summary>What a service answers to a private message.</summary>
    public string[] Say(SessionId who, string service, string text) =>
        [.. Run(who, new SendPrivateMessage(service, text)).Events.OfType<PrivateMessagePosted>().Select(message => message.Message.Value)];

    /// <summary>The same server after a restart; nobody is connected.</summary>
    public ChatUnderTest Restart()
    {
        foreach (var change in State.TakeChanges())
        {
            if (change.Value is { } value)
            {
                _stored[(change.Kind, change.Key)] = value;
            }
            else
            {
                _stored.Remove((change.Kind, change.Key));
            }
        }

        return new ChatUnderTest(this);
    }

    // As few rounds as are allowed: the tests are about rules, not about how long a guesser would need.
    private static AccountOptions FastAccounts(Action<AccountOptions>? change)
    {
        var options = new AccountOptions { HashRounds = PasswordVerifier.LeastRounds };
        change?.Invoke(options);
        return options;
    }
}
